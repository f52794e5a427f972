package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.fold.Change;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Writes changes in bulks on a thread of its own, in order, while the next events are folded. */
final class BulkWriter<V extends View> implements AutoCloseable {

    private static final int BULK = 1_000;
    private static final int UNDER_WAY = 3;

    private final Documents<V> documents;
    private final Semaphore slots = new Semaphore(UNDER_WAY);
    private final ExecutorService thread;
    private volatile @Nullable RuntimeException failure;

    BulkWriter(Documents<V> documents) {
        this.documents = documents;
        this.thread = Executors.newSingleThreadExecutor(Thread.ofPlatform()
                .daemon()
                .name("rebuild-" + documents.generation().name())
                .factory());
    }

    /** Takes changes over; waits while too many are under way. Reports the failure of an earlier bulk, if any. */
    void write(List<Change<V>> changes) {
        for (int from = 0; from < changes.size(); from += BULK) {
            List<Change<V>> bulk = changes.subList(from, Math.min(from + BULK, changes.size()));
            acquire(1);
            thread.execute(() -> writeNow(bulk));
        }
    }

    /** Returns when everything taken over is in the store. */
    void drain() {
        acquire(UNDER_WAY);
        slots.release(UNDER_WAY);
    }

    /** Gives up what isn't written yet. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void writeNow(List<Change<V>> bulk) {
        try {
            if (failure == null) {
                documents.write(bulk);
            }
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            slots.release();
        }
    }

    private void acquire(int permits) {
        try {
            slots.acquire(permits);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(
                    "Interrupted while writing " + documents.generation().name());
        }
        RuntimeException failed = failure;
        if (failed != null) {
            slots.release(permits);
            throw failed;
        }
    }
}
