package io.jiayou.command;

import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;

/**
 * Makes the shells that aggregates of one kind are loaded into, and refuses streams of another kind: clients choose
 * ids, and all streams share one space of ids.
 *
 * @param <A> the shell
 */
public final class Shells<A> implements AggregateFactory<A> {

    private final Class<A> type;
    private final Supplier<A> empty;
    private final Class<?> context;

    /**
     * @param empty makes a shell without events
     * @param context the interface of the events that it lives on
     */
    public Shells(Class<A> type, Supplier<A> empty, Class<?> context) {
        this.type = type;
        this.empty = empty;
        this.context = context;
    }

    /** The shell of an aggregate without events. */
    A unborn() {
        return empty.get();
    }

    /** @throws ForeignStreamException for the stream of another kind of aggregate */
    @Override
    public A createAggregateRoot(String id, DomainEventMessage<?> first) {
        if (!context.isAssignableFrom(first.getPayloadType())) {
            throw new ForeignStreamException(id);
        }
        return unborn();
    }

    @Override
    public Class<A> getAggregateType() {
        return type;
    }
}
