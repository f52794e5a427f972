package io.jiayou.embedded.events;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The events of one call on their way to the disk: all are kept, or none. Completes with the first global index once
 * they are synced; fails with {@link SequenceTaken} if an aggregate already has one of them.
 */
final class Append extends CompletableFuture<Long> {

    /**
     * One event, made ready by the thread that appends it.
     *
     * @param payload the object itself, spares tailing consumers the deserialising; null where only bytes are known
     */
    record Entry(
            StoredEvent event,
            byte[] streamKey,
            long epochMillis,
            byte[] record,
            @Nullable Object payload) {

        static Entry of(StoredEvent event, @Nullable Object payload) {
            byte[] streamKey = Keys.stream(event.aggregateId(), event.sequence());
            return new Entry(event, streamKey, Keys.millis(event.timestamp()), event.encode(), payload);
        }
    }

    final List<Entry> entries;

    Append(List<Entry> entries) {
        this.entries = entries;
    }

    int bytes() {
        int bytes = 0;
        for (Entry entry : entries) {
            bytes += entry.record.length;
        }
        return bytes;
    }

    /** An aggregate already has an event at that sequence; control flow, so without a stack trace. */
    static final class SequenceTaken extends Exception {

        private static final long serialVersionUID = 1;

        /** Which of the appended events, from 0. */
        final int position;

        SequenceTaken(int position, StoredEvent event) {
            super(
                    "Sequence " + event.sequence() + " of aggregate " + event.aggregateId() + " is taken",
                    null,
                    false,
                    false);
            this.position = position;
        }
    }
}
