package io.jiayou.command;

import io.jiayou.values.Bounds;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Streams that are written and never decided by, so that none of it has to be read: an event there that nobody can read, or that
 * is annulled, is in nobody's way. Within a command.
 */
public final class AppendOnly {

    private final EventStore events;
    private final String type;

    /** @param type what the streams' aggregates are called where they are stored */
    public AppendOnly(EventStore events, String type) {
        this.events = events;
        this.type = type;
    }

    /**
     * Puts an event at a stream's end. Where another node is faster the store refuses the place, and the command is sent again.
     *
     * @throws io.jiayou.rules.RuleViolation for an event beyond the limits
     */
    public void append(String id, Object event) {
        Bounds.require(event);
        long place = events.lastSequenceNumberFor(id).map(last -> last + 1).orElse(0L);
        events.publish(new GenericDomainEventMessage<>(type, id, place, event));
    }
}
