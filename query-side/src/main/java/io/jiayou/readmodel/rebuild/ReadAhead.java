package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.history.HistoryReader;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongSupplier;

/** Reads and deserialises the history on a thread of its own, a few chunks ahead of those who fold it. */
final class ReadAhead implements AutoCloseable {

    private static final int CHUNK = 2_000;
    private static final int CHUNKS_AHEAD = 3;

    private sealed interface Step {}

    private record Chunk(List<RecordedEvent> events) implements Step {}

    private record Ended() implements Step {}

    private record Failed(Exception cause) implements Step {}

    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
    private final Thread thread;

    /** Reads all events from the first one up to the store's head, as it is when it's reached. */
    ReadAhead(History history) {
        this(history, -1, history::head);
    }

    /**
     * Reads events.
     *
     * @param after the position of the last event that isn't wanted, -1 for all events
     * @param end the position of the last one, asked again when it's reached
     */
    ReadAhead(History history, long after, LongSupplier end) {
        this.thread = Thread.ofPlatform().daemon().name("rebuild-read").start(() -> read(history, after, end));
    }

    /** The next events; empty at the end. */
    List<RecordedEvent> next() throws InterruptedException {
        return switch (steps.take()) {
            case Chunk chunk -> chunk.events();
            case Ended end -> List.of();
            case Failed failed -> throw new IllegalStateException("Reading the events failed", failed.cause());
        };
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void read(History history, long after, LongSupplier end) {
        try (HistoryReader reader = new HistoryReader(history, after)) {
            for (long head = end.getAsLong(); reader.position() < head; head = end.getAsLong()) {
                while (reader.position() < head) {
                    steps.put(new Chunk(reader.next(head, CHUNK)));
                }
            }
            steps.put(new Ended());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            report(e);
        }
    }

    private void report(RuntimeException failure) {
        try {
            steps.put(new Failed(failure));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
