package io.jiayou.command;

import io.jiayou.values.Bounds;
import java.util.List;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * The shell that Axon needs around an aggregate's state. The state is immutable and evolves by pure functions; the
 * shell only holds the newest one.
 *
 * @param <S> the state
 * @param <E> the context's events
 */
public abstract class EventSourced<S, E> {

    @AggregateIdentifier
    private @Nullable String id;

    private S state;

    protected EventSourced(S initial) {
        state = initial;
    }

    /** Before anything happens to it: also where none of its events are left. */
    final void identify(String own) {
        id = own;
    }

    protected final S state() {
        return state;
    }

    protected final void become(S next) {
        state = next;
    }

    /**
     * The one way of events from a decision to the store.
     *
     * @throws io.jiayou.rules.RuleViolation for an event beyond the limits, before any is applied
     */
    final void applyAll(List<? extends E> events) {
        events.forEach(Bounds::require);
        events.forEach(AggregateLifecycle::apply);
    }
}
