package io.jiayou.readmodel.history;

import io.jiayou.readmodel.fold.RecordedEvents;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Finds where an event stands in the global order, for stores that don't say it with an aggregate's events. It looks
 * for the event's identifier, first near where the store's index of times puts the event and then ever wider: times that
 * are out of order cost time and never make a wrong answer. Positions never change, so those found are remembered.
 */
public final class PositionSearch {

    private static final int NEAR = 64;
    private static final int WIDER = 16;
    private static final int REMEMBERED = 50_000;
    private static final int PATIENCE_SECONDS = 30;

    private final History history;
    private final Map<String, Long> found = Collections.synchronizedMap(new Remembered());

    public PositionSearch(History history) {
        this.history = history;
    }

    /**
     * The event's position.
     *
     * @param after a position that the event surely stands behind, -1 for none
     * @throws IllegalStateException if it isn't in the global order
     */
    public long of(EventMessage<?> event, long after) throws InterruptedException {
        Long known = found.get(event.getIdentifier());
        if (known != null) {
            return known;
        }
        long position = search(event.getIdentifier(), event.getTimestamp(), after);
        found.put(event.getIdentifier(), position);
        return position;
    }

    private long search(String id, Instant recordedAt, long after) throws InterruptedException {
        long head = history.head();
        long likely = history.lastBefore(recordedAt);
        for (long reach = NEAR; ; reach *= WIDER) {
            long start = Math.max(after, likely - reach);
            long end = Math.min(head, likely + reach);
            long position = scan(id, start, end);
            if (position >= 0) {
                return position;
            }
            if (start == after && end == head) {
                throw new IllegalStateException("The event " + id + " isn't among all events");
            }
        }
    }

    /** Looks at the events behind a position up to another; -1 if it isn't one of them. Reads no payload. */
    private long scan(String id, long start, long end) throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> events = history.after(start)) {
            for (long position = start; position < end; ) {
                if (!events.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("The event store delivers nothing after position " + position);
                }
                TrackedEventMessage<?> event = events.nextAvailable();
                position = RecordedEvents.positionOf(event);
                if (event.getIdentifier().equals(id)) {
                    return position;
                }
            }
        }
        return -1;
    }

    private static final class Remembered extends LinkedHashMap<String, Long> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    }
}
