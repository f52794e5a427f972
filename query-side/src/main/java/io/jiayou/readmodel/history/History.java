package io.jiayou.readmodel.history;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** All events in their global order, whichever store holds them. */
public final class History {

    private static final long RECENT_NANOS = 500_000_000;
    private static final int PATIENCE_SECONDS = 10;

    private record SeenHead(long position, long nanoTime) {}

    private final EventStore events;
    private volatile SeenHead seenHead = new SeenHead(-1, System.nanoTime() - RECENT_NANOS);

    public History(EventStore events) {
        this.events = events;
    }

    /** The position of the last event, -1 for none. Asks the store. */
    public long head() {
        TrackingToken head = events.createHeadToken();
        long position = head == null ? -1 : head.position().orElse(-1);
        seenHead = new SeenHead(position, System.nanoTime());
        return position;
    }

    /** The position of the last event, at most half a second old. */
    public long recentHead() {
        SeenHead seen = seenHead;
        return System.nanoTime() - seen.nanoTime() < RECENT_NANOS ? seen.position() : head();
    }

    /**
     * The position of the last event before a moment, -1 for none, as the store's index of times has it: where times
     * are out of order, events near it may be earlier or later.
     */
    public long lastBefore(Instant moment) {
        TrackingToken token = events.createTokenAt(moment);
        return token == null ? -1 : token.position().orElse(-1);
    }

    /** The identifier of the event at a position up to the head. */
    public Optional<String> eventIdAt(long position) throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> events = after(position - 1)) {
            return events.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    ? Optional.of(events.nextAvailable().getIdentifier())
                    : Optional.empty();
        }
    }

    /** The events after a position (-1 for the first event on), and those to come. The caller closes the stream. */
    public BlockingStream<TrackedEventMessage<?>> after(long position) {
        return events.openStream(position < 0 ? null : new GlobalSequenceTrackingToken(position));
    }
}
