package io.jiayou.readmodel.history;

import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.fold.RecordedEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads the history forward, once, from a position on. Not for several threads. */
public final class HistoryReader implements AutoCloseable {

    private static final int STALLED_SECONDS = 30;

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private long position;

    /** @param after the position of the last event that isn't wanted, -1 for all events */
    public HistoryReader(History history, long after) {
        this.stream = history.after(after);
        this.position = after;
    }

    /** The position of the last event read. */
    public long position() {
        return position;
    }

    /**
     * The next events, deserialised.
     *
     * @param to no event after this position is read; it has to exist
     * @param atMost how many events
     * @return in their order; empty if everything up to {@code to} has been read
     * @throws IllegalStateException if the store doesn't deliver for 30 s
     */
    public List<RecordedEvent> next(long to, int atMost) throws InterruptedException {
        List<RecordedEvent> events = new ArrayList<>((int) Math.clamp(to - position, 0, atMost));
        while (position < to && events.size() < atMost) {
            if (!stream.hasNextAvailable(STALLED_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The event store delivers nothing after position " + position);
            }
            RecordedEvent event = RecordedEvents.of(stream.nextAvailable());
            events.add(event);
            position = event.position();
        }
        return events;
    }

    @Override
    public void close() {
        stream.close();
    }
}
