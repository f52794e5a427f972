package io.jiayou.embedded.events;

import io.jiayou.embedded.events.Append.SequenceTaken;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How events get in. One thread takes whatever is waiting, gives it the next global indexes, writes and syncs it at
 * once, tells the {@link EventTail} and then the callers: while one sync runs, the next group gathers.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    private final DatabaseGuard database;
    private final EventTail tail;
    private final FailureLog failures = new FailureLog();
    private final AppendQueue queue = new AppendQueue(this::commit);
    private volatile AppendCounters counters = new AppendCounters(0, 0, 0, 0, 0);

    private long nextIndex;
    private long latestMillis;
    private boolean uncertain;

    GroupCommit(DatabaseGuard database, EventTail tail) {
        this.database = database;
        this.tail = tail;
        load();
        queue.start();
    }

    private void load() {
        nextIndex = database.call(EventDatabase::nextIndex);
        latestMillis = database.call(EventDatabase::latestMillis);
        tail.startAt(nextIndex);
    }

    /**
     * Returns when they are synced, with the first one's global index.
     *
     * @throws SequenceTaken if an aggregate already has one of the sequences; then none is kept
     * @throws EventStoreException if the store is closed or the disk refuses
     */
    long append(List<Append.Entry> entries) throws SequenceTaken {
        Append append = new Append(entries);
        queue.submit(append);
        try {
            return append.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof SequenceTaken taken) {
                throw taken;
            }
            Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
            throw new EventStoreException("The events could not be stored: " + cause.getMessage(), cause);
        }
    }

    AppendCounters counters() {
        return counters;
    }

    int waiting() {
        return queue.size();
    }

    private void commit(Append first) {
        List<Append> group = new ArrayList<>(List.of(first));
        try {
            recoverIfUncertain();
            try (CommitBatch batch = new CommitBatch(nextIndex, latestMillis)) {
                List<Runnable> refusals = database.tryCall(open -> write(open, batch, group));
                publish(batch);
                counters = counters.refused(refusals.size());
                refusals.forEach(Runnable::run);
            }
        } catch (RocksDBException | RuntimeException | Error failure) {
            fail(group, failure);
        }
    }

    /** Refusals are answered after the batch, when what they lost against can be read. */
    private List<Runnable> write(EventDatabase open, CommitBatch batch, List<Append> group) throws RocksDBException {
        List<Runnable> refusals = new ArrayList<>();
        @Nullable Append next = group.getFirst();
        while (next != null) {
            Append append = next;
            try {
                batch.add(append, open);
            } catch (SequenceTaken taken) {
                refusals.add(() -> append.completeExceptionally(taken));
            }
            next = batch.full() ? null : queue.poll();
            if (next != null) {
                group.add(next);
            }
        }
        if (!batch.accepted().isEmpty()) {
            uncertain = true;
            open.writeSynced(batch.writes());
            uncertain = false;
        }
        return refusals;
    }

    private void publish(CommitBatch batch) {
        if (batch.accepted().isEmpty()) {
            return;
        }
        nextIndex = batch.nextIndex();
        latestMillis = batch.latestMillis();
        counters = counters.committed(batch.accepted().size(), nextIndex - batch.firstIndex());
        tail.publish(batch.firstIndex(), batch.accepted());
        long index = batch.firstIndex();
        for (Append append : batch.accepted()) {
            append.complete(index);
            index += append.entries.size();
        }
    }

    private void fail(List<Append> group, Throwable failure) {
        failures.failed(group.size(), failure);
        int failed = 0;
        for (Append append : group) {
            failed += append.completeExceptionally(failure) ? 1 : 0;
        }
        counters = counters.failed(failed);
    }

    /** After a failed sync the log may or may not have the events, so it is read again before the next index is given. */
    private void recoverIfUncertain() {
        if (uncertain) {
            database.reopen();
            load();
            uncertain = false;
            log.info("The event store was opened again after a failed write and continues at index {}", nextIndex);
        }
    }

    /** Lets waiting appends be written; later ones are refused. */
    @Override
    public void close() {
        queue.close();
    }
}
