package io.jiayou.command;

import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;

/**
 * Aggregates of one kind: loads one, lets a decision look at its state, and applies the events that were decided.
 * Recently used ones are kept, each kind for itself.
 *
 * @param <A> the shell
 * @param <S> the state that decisions look at
 * @param <E> the context's events
 */
public final class Aggregates<A extends EventSourced<S, E>, S, E> {

    private final ReadableEvents events;
    private final Repository<A> repository;
    private final Shells<A> shells;
    private final Rule unknown;
    private final Rule taken;

    /**
     * @param unknown what is violated by a command to an aggregate that doesn't exist
     * @param taken what is violated by a command that would make an aggregate under the id of something else
     */
    public Aggregates(EventStore events, Shells<A> shells, Rule unknown, Rule taken) {
        // a cache of its own: under a shared one an order's id would find a station
        WeakReferenceCache cache = new WeakReferenceCache();
        this.events = new ReadableEvents(events, cache::remove);
        this.shells = shells;
        this.unknown = unknown;
        this.taken = taken;
        repository = EventSourcingRepository.builder(shells.getAggregateType())
                .eventStore(this.events)
                .aggregateFactory(shells)
                .cache(cache)
                .build();
    }

    /**
     * Decides on an aggregate that must exist.
     *
     * @throws AggregateStopped if it stands still before one of its events
     */
    public void decide(String id, Function<S, List<? extends E>> decision) {
        try {
            apply(id, loaded(id, unknown, () -> repository.load(id)), decision);
        } catch (AggregateNotFoundException | ForeignStreamException e) {
            throw unknown.violated("none has the id {0}", id);
        }
    }

    /**
     * Decides on an aggregate that may not exist yet; then the decision sees the state without events.
     *
     * @throws AggregateStopped if it stands still before one of its events
     */
    public void decideNew(String id, Function<S, List<? extends E>> decision) {
        try {
            apply(id, loaded(id, taken, () -> repository.loadOrCreate(id, () -> shells.unborn(id))), decision);
        } catch (ForeignStreamException e) {
            throw taken.violated("the id {0} belongs to something else", id);
        }
    }

    /**
     * Decides on an aggregate that has events, even if the one that made it is annulled: then the decision sees what the
     * others make.
     *
     * @throws AggregateStopped if it stands still before one of its events
     */
    public void decideOnWhatIsLeft(String id, Function<S, List<? extends E>> decision) {
        try {
            events.begin();
            apply(id, load(() -> repository.load(id), id), decision);
        } catch (AggregateNotFoundException | ForeignStreamException e) {
            throw unknown.violated("none has the id {0}", id);
        }
    }

    private Aggregate<A> loaded(String id, Rule ifNone, Callable<Aggregate<A>> load) {
        events.begin();
        if (!shells.areFacts() && events.isNone(id)) {
            throw ifNone.violated("the first event of {0} is annulled", id);
        }
        return load(load, id);
    }

    private Aggregate<A> load(Callable<Aggregate<A>> load, String id) {
        try {
            return load.call();
        } catch (AggregateNotFoundException | ForeignStreamException e) {
            throw e;
        } catch (RuntimeException e) {
            throw events.explained(e);
        } catch (Exception e) {
            throw new IllegalStateException("loading " + id + " failed", e);
        }
    }

    private void apply(String id, Aggregate<A> aggregate, Function<S, List<? extends E>> decision) {
        aggregate.execute(shell -> {
            List<? extends E> decided;
            try {
                decided = decision.apply(shell.state());
            } catch (RuleViolation refused) {
                requireNewest(id, aggregate);
                throw refused;
            }
            if (decided.isEmpty()) {
                requireNewest(id, aggregate);
            }
            shell.applyAll(decided);
        });
    }

    /**
     * The store checks each decision that writes. One that doesn't could rest on a kept state that another node has
     * moved on from; then it's taken again.
     */
    private void requireNewest(String id, Aggregate<A> aggregate) {
        Long seen = aggregate.version();
        if (seen != null && !seen.equals(events.lastSequenceNumberFor(id).orElse(null))) {
            throw new ConcurrencyException(id + " was changed elsewhere");
        }
    }
}
