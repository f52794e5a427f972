package io.jiayou.command;

import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
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

    /** More than the stations of a city; a few tens of megabytes at most. */
    private static final int REMEMBERED = 5_000;

    private record Seen<S>(S state, long nextSequence) {}

    private final ReadableEvents events;
    private final Class<E> context;
    private final BiFunction<S, E, S> evolve;
    private final Seen<S> nothing;
    private final boolean facts;
    private final Map<String, Seen<S>> remembered = Collections.synchronizedMap(new LatestUsed<>(REMEMBERED));

    public Lookup(EventStore events, Class<E> context, S initial, BiFunction<S, E, S> evolve) {
        this(events, context, initial, evolve, false);
    }

    private Lookup(EventStore events, Class<E> context, S initial, BiFunction<S, E, S> evolve, boolean facts) {
        this.events = new ReadableEvents(events, this::forget);
        this.context = context;
        this.evolve = evolve;
        this.nothing = new Seen<>(initial, 0);
        this.facts = facts;
    }

    /** As above, of aggregates whose events stand each for itself: see {@link Shells#ofFacts}. */
    public static <S, E> Lookup<S, E> ofFacts(
            EventStore events, Class<E> context, S initial, BiFunction<S, E, S> evolve) {
        return new Lookup<>(events, context, initial, evolve, true);
    }

    private void forget(String id) {
        remembered.remove(id);
    }

    /**
     * The state as of now; none for an aggregate without events, or of another kind.
     *
     * @throws AggregateStopped if it stands still before one of its events
     */
    public Optional<S> find(String id) {
        events.begin();
        if (!facts && events.isNone(id)) {
            return Optional.empty();
        }
        Seen<S> before = remembered.get(id);
        Seen<S> now;
        try {
            now = readFrom(id, before == null ? nothing : before);
        } catch (RuntimeException e) {
            throw events.explained(e);
        }
        if (now.nextSequence == 0) {
            return Optional.empty();
        }
        remembered.merge(id, now, Lookup::later);
        return Optional.of(now.state);
    }

    /** Whether the event that made an aggregate is annulled. */
    public boolean isAnnulled(String id) {
        events.begin();
        return events.isNone(id);
    }

    /** The state as of now; an aggregate without events violates the rule. */
    public S require(String id, Rule unknown) {
        return find(id).orElseThrow(() -> violated(id, unknown));
    }

    /** Whether the aggregate exists; since none ever vanishes, one that was seen isn't looked at again. */
    public void requireKnown(String id, Rule unknown) {
        if (!remembered.containsKey(id) && find(id).isEmpty()) {
            throw violated(id, unknown);
        }
    }

    private static RuleViolation violated(String id, Rule unknown) {
        return unknown.violated("none has the id {0}", id);
    }

    private Seen<S> readFrom(String id, Seen<S> before) {
        Seen<S> seen = before;
        DomainEventStream later = events.readEvents(id, before.nextSequence);
        while (later.hasNext()) {
            var event = later.next();
            boolean annulled = event.getPayloadType() == Annulled.class;
            if (!annulled && !context.isAssignableFrom(event.getPayloadType())) {
                return nothing;
            }
            S state = annulled ? seen.state : evolve.apply(seen.state, context.cast(event.getPayload()));
            seen = new Seen<>(state, event.getSequenceNumber() + 1);
        }
        return seen;
    }

    private static <S> Seen<S> later(Seen<S> one, Seen<S> other) {
        return one.nextSequence >= other.nextSequence ? one : other;
    }
}
