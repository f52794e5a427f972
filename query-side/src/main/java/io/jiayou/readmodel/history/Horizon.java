package io.jiayou.readmodel.history;

import io.jiayou.readmodel.fold.RecordedEvents;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Where the history stood at a moment: the longest beginning of the global order in which no event was recorded after it.
 * So it is what a system had that was stopped at that moment. Where clocks were out of order, an event that lies behind a
 * later one is left out with it: a beginning has no gaps.
 *
 * <p>The first question reads all events once, without their payloads; then the latest time among every so many events is
 * remembered, and a question reads that many.
 */
public final class Horizon {

    private static final int STEP = 1_000;
    private static final int PATIENCE_SECONDS = 30;

    private final History history;
    /** The latest time among all events before the position (index + 1) × STEP. */
    private final List<Instant> latest = new ArrayList<>();

    public Horizon(History history) {
        this.history = history;
    }

    /** The position of the last event of that beginning; -1 if there is none. */
    public synchronized long lastUpTo(Instant moment) throws InterruptedException {
        long head = history.head();
        learn(head);
        int step = 0;
        while (step < latest.size() && !latest.get(step).isAfter(moment)) {
            step++;
        }
        long[] last = {(long) step * STEP - 1};
        read(last[0], Math.min(head, last[0] + STEP), (position, time) -> {
            boolean takenIn = !time.isAfter(moment);
            last[0] = takenIn ? position : last[0];
            return takenIn;
        });
        return last[0];
    }

    /** The latest time at which one of the events up to a position was recorded; the epoch if there are none. */
    public synchronized Instant timeOf(long position) throws InterruptedException {
        learn(position);
        int whole = (int) Math.min((position + 1) / STEP, latest.size());
        Instant[] time = {whole == 0 ? Instant.EPOCH : latest.get(whole - 1)};
        read((long) whole * STEP - 1, position, (at, recorded) -> {
            time[0] = later(time[0], recorded);
            return true;
        });
        return time[0];
    }

    private void learn(long head) throws InterruptedException {
        long known = (long) latest.size() * STEP;
        if (head + 1 - known >= STEP) {
            Instant[] time = {latest.isEmpty() ? Instant.EPOCH : latest.getLast()};
            read(known - 1, (head + 1) / STEP * STEP - 1, (position, recorded) -> {
                time[0] = later(time[0], recorded);
                if ((position + 1) % STEP == 0) {
                    latest.add(time[0]);
                }
                return true;
            });
        }
    }

    /** Shows events until one isn't wanted any more. */
    private void read(long after, long to, Reader reader) throws InterruptedException {
        if (after >= to) {
            return;
        }
        try (BlockingStream<TrackedEventMessage<?>> events = history.after(after)) {
            boolean goesOn = true;
            for (long position = after; goesOn && position < to; ) {
                if (!events.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("The event store delivers nothing after position " + position);
                }
                TrackedEventMessage<?> event = events.nextAvailable();
                position = RecordedEvents.positionOf(event);
                goesOn = reader.read(position, event.getTimestamp().truncatedTo(ChronoUnit.MILLIS));
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @FunctionalInterface
    private interface Reader {
        boolean read(long position, Instant recordedAt);
    }
}
