package io.jiayou.command;

import java.util.Objects;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.modelling.command.AggregateRoot;

/**
 * Makes the shells that aggregates of one kind are loaded into, and refuses streams of another kind: clients choose
 * ids, and all streams share one space of ids.
 *
 * @param <A> the shell
 */
public final class Shells<A extends EventSourced<?, ?>> implements AggregateFactory<A> {

    private final Class<A> type;
    private final Supplier<A> empty;
    private final Class<?> context;
    private final boolean facts;

    /**
     * @param empty makes a shell without events
     * @param context the interface of the events that it lives on
     */
    public Shells(Class<A> type, Supplier<A> empty, Class<?> context) {
        this(type, empty, context, false);
    }

    private Shells(Class<A> type, Supplier<A> empty, Class<?> context, boolean facts) {
        this.type = type;
        this.empty = empty;
        this.context = context;
        this.facts = facts;
    }

    /** As above, of aggregates whose events stand each for itself: where the first is annulled, the others still hold. */
    public static <A extends EventSourced<?, ?>> Shells<A> ofFacts(Class<A> type, Supplier<A> empty, Class<?> context) {
        return new Shells<>(type, empty, context, true);
    }

    /** Whether events stand each for itself; else the first one makes the aggregate. */
    boolean areFacts() {
        return facts;
    }

    /** The shell of an aggregate without events. */
    A unborn(String id) {
        A shell = empty.get();
        shell.identify(id);
        return shell;
    }

    /** @throws ForeignStreamException for the stream of another kind of aggregate */
    @Override
    public A createAggregateRoot(String id, DomainEventMessage<?> first) {
        if (isForeign(first)) {
            throw new ForeignStreamException(id);
        }
        return unborn(id);
    }

    /** What stands for an annulled event doesn't tell its context, but whose it was. */
    private boolean isForeign(DomainEventMessage<?> first) {
        return first.getPayloadType() == Annulled.class
                ? !Objects.requireNonNull(type.getAnnotation(AggregateRoot.class))
                        .type()
                        .equals(first.getType())
                : !context.isAssignableFrom(first.getPayloadType());
    }

    @Override
    public Class<A> getAggregateType() {
        return type;
    }
}
