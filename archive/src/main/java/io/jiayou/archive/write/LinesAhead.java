package io.jiayou.archive.write;

import io.jiayou.audit.EventRecords;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.TreeHashing;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The lines of a store's events, batch after batch. While one is compressed and encrypted the next is read and hashed; what
 * nobody asks for any more is read in vain. Not thread-safe.
 */
final class LinesAhead {

    private static final int BATCH = 500;

    /** @param leaf its hash as a leaf of the tree */
    record Line(byte[] bytes, Hash leaf) {}

    private final EventRecords events;
    private final long end;
    private long position;
    private FutureTask<List<Line>> next;

    /**
     * @param position of the first event, from 0
     * @param end the position before which they end
     */
    LinesAhead(EventRecords events, long position, long end) {
        this.events = events;
        this.position = position;
        this.end = end;
        this.next = read();
    }

    private FutureTask<List<Line>> read() {
        long from = position;
        var reading = new FutureTask<>(() -> from < end ? read(from) : List.<Line>of());
        Thread.startVirtualThread(reading);
        return reading;
    }

    private List<Line> read(long from) {
        return events.lines(from, (int) Math.min(BATCH, end - from)).stream()
                .map(line -> new Line(line, TreeHashing.leaf(line)))
                .toList();
    }

    /** @throws IOException if the store gives none */
    List<Line> next() throws IOException {
        List<Line> batch = await();
        if (batch.isEmpty()) {
            throw new IOException("the store gives no event at position " + position);
        }
        position += batch.size();
        next = read();
        return batch;
    }

    private List<Line> await() throws IOException {
        try {
            return next.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading event " + position);
        }
    }
}
