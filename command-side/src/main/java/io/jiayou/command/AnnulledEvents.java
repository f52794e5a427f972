package io.jiayou.command;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.serialization.Readable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Which events aggregates leave out, as the register of annulments says; what can't be read there annuls nothing. It's looked
 * into while it is asked, at most once a second: so an annulment holds a second later on every node, and nobody pays for it who
 * sends no commands.
 */
final class AnnulledEvents {

    /** Goes on every second, told by somebody who has a clock: what is decided asks for none. */
    private static final AtomicLong TURN = new AtomicLong();

    private final EventStore events;
    /** Told of each aggregate that leaves out one event more. */
    private final Consumer<String> changed;

    private final Map<String, Set<Long>> sequences = new ConcurrentHashMap<>();
    private long next;
    private volatile long lookedIn = -1;

    AnnulledEvents(EventStore events, Consumer<String> changed) {
        this.events = events;
        this.changed = changed;
    }

    /** What is known may be old: everybody looks once more before an aggregate is asked for. */
    static void lookAgain() {
        TURN.incrementAndGet();
    }

    /** The places, among an aggregate's events, of those that it leaves out. */
    Set<Long> of(String aggregateId) {
        return sequences.getOrDefault(aggregateId, Set.of());
    }

    /** Takes in what is new, unless that was done just now. */
    void look() {
        long turn = TURN.get();
        if (turn != lookedIn) {
            read(turn);
        }
    }

    private synchronized void read(long turn) {
        DomainEventStream stream = events.readEvents(AnnulmentEvent.REGISTER, next);
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            Readable.payload(message, AnnulmentConfirmed.class).ifPresent(this::take);
            next = message.getSequenceNumber() + 1;
        }
        lookedIn = turn;
    }

    private void take(AnnulmentConfirmed confirmed) {
        String aggregate = confirmed.aggregateId();
        if (aggregate != null) {
            sequences
                    .computeIfAbsent(aggregate, any -> ConcurrentHashMap.newKeySet())
                    .add(confirmed.sequence());
            changed.accept(aggregate);
        }
    }
}
