package io.jiayou.trials.rebuild;

import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.history.HistoryReader;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Reading all events and deserialising them, and nothing else. */
final class RawReading {

    private static final int CHUNK = 2_000;

    private RawReading() {}

    static double eventsPerSecond(EventStore events) throws InterruptedException {
        long started = System.nanoTime();
        long read = readAll(events);
        return read / ((System.nanoTime() - started) / 1e9);
    }

    /** @return how many there are */
    static long readAll(EventStore events) throws InterruptedException {
        History history = new History(events);
        long head = history.head();
        long read = 0;
        try (HistoryReader reader = new HistoryReader(history, -1)) {
            while (reader.position() < head) {
                read += reader.next(head, CHUNK).size();
            }
        }
        return read;
    }
}
