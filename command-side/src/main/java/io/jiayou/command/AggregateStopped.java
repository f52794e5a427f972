package io.jiayou.command;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import org.axonframework.eventhandling.DomainEventMessage;

/** An aggregate stands still before one of its events, which it can't take: nothing can be decided on it. */
public final class AggregateStopped extends RuleViolation {

    private static final long serialVersionUID = 1;

    private final transient DomainEventMessage<?> event;
    private final long position;
    private final String error;

    AggregateStopped(DomainEventMessage<?> event, long position, Throwable cause) {
        super(
                Rule.AGGREGATE_STOPPED,
                Detail.of(
                        "it stands as it was before the event at position {0}, which it can't take",
                        Long.toString(position)));
        this.event = event;
        this.position = position;
        this.error = nameOf(cause);
    }

    private static String nameOf(Throwable cause) {
        Throwable first = cause;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first.getClass().getSimpleName();
    }

    /** The event that it can't take. */
    public DomainEventMessage<?> event() {
        return event;
    }

    /** Where that event stands in the global order, from 0. */
    public long position() {
        return position;
    }

    /** The class of what went wrong first; never its message, which may quote what is personal. */
    public String error() {
        return error;
    }
}
