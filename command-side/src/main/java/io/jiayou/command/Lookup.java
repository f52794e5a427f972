package io.jiayou.command;

import io.jiayou.rules.Rule;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Looks at the state of aggregates that a decision doesn't change: a placed order looks at its station. Reads without
 * a lock, so that all orders of one station don't wait for each other, and always up to the newest event: what was
 * seen before is kept, only later events are read.
 *
 * @param <S> the state
 * @param <E> the context's events
 */
public final class Lookup<S, E> {

    /** More than the stations of any network that this was built for; beyond it the memory is simply cleared. */
    private static final int REMEMBERED = 20_000;

    private record Seen<S>(S state, long nextSequence) {}

    private final EventStore events;
    private final Class<E> context;
    private final BiFunction<S, E, S> evolve;
    private final Seen<S> nothing;
    private final ConcurrentMap<String, Seen<S>> remembered = new ConcurrentHashMap<>();

    public Lookup(EventStore events, Class<E> context, S initial, BiFunction<S, E, S> evolve) {
        this.events = events;
        this.context = context;
        this.evolve = evolve;
        this.nothing = new Seen<>(initial, 0);
    }

    /** The state as of now; none for an aggregate without events. */
    public Optional<S> find(String id) {
        Seen<S> before = remembered.getOrDefault(id, nothing);
        Seen<S> now = readFrom(id, before);
        if (now.nextSequence == 0) {
            return Optional.empty();
        }
        if (now != before) {
            remember(id, now);
        }
        return Optional.of(now.state);
    }

    /** The state as of now; an aggregate without events violates the rule. */
    public S require(String id, Rule unknown) {
        return find(id).orElseThrow(() -> unknown.violated(id));
    }

    private Seen<S> readFrom(String id, Seen<S> before) {
        Seen<S> seen = before;
        DomainEventStream later = events.readEvents(id, before.nextSequence);
        while (later.hasNext()) {
            var event = later.next();
            seen = new Seen<>(
                    evolve.apply(seen.state, context.cast(event.getPayload())), event.getSequenceNumber() + 1);
        }
        return seen;
    }

    private void remember(String id, Seen<S> seen) {
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
        remembered.merge(id, seen, (one, other) -> one.nextSequence >= other.nextSequence ? one : other);
    }
}
