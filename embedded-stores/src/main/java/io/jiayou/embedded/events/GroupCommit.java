package io.jiayou.embedded.events;

import io.jiayou.embedded.events.Append.SequenceTaken;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes events. It takes whatever is waiting, gives it the next global indexes, writes and syncs
 * it at once, tells the {@link EventTail} and then the callers: while one sync runs, the next group gathers.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    private final DatabaseGuard database;
    private final EventTail tail;
    private final Queue<Append> waiting = new ConcurrentLinkedQueue<>();
    private final Thread writer =
            Thread.ofPlatform().name("event-writer").daemon().unstarted(this::run);
    private volatile boolean idle;
    private volatile boolean closing;
    private volatile AppendCounters counters = new AppendCounters(0, 0, 0, 0, 0);

    private long nextIndex;
    private long latestMillis;
    private boolean uncertain;

    GroupCommit(DatabaseGuard database, EventTail tail) {
        this.database = database;
        this.tail = tail;
        load();
        writer.start();
    }

    private void load() {
        nextIndex = database.call(EventDatabase::nextIndex);
        latestMillis = database.call(EventDatabase::latestMillis);
        tail.startAt(nextIndex);
    }

    /** Queues it; the returned future is the append itself. */
    Append submit(Append append) {
        waiting.add(append);
        if (closing && waiting.remove(append)) {
            throw DatabaseGuard.closedException();
        }
        if (idle) {
            LockSupport.unpark(writer);
        }
        return append;
    }

    AppendCounters counters() {
        return counters;
    }

    int waiting() {
        return waiting.size();
    }

    private void run() {
        while (true) {
            Append first = waiting.poll();
            if (first != null) {
                commit(first);
            } else if (closing) {
                return;
            } else {
                awaitWork();
            }
        }
    }

    private void awaitWork() {
        idle = true;
        if (waiting.isEmpty() && !closing) {
            LockSupport.park(this);
        }
        idle = false;
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
            next = batch.full() ? null : waiting.poll();
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
        log.error("{} appends failed, their events are not acknowledged", group.size(), failure);
        EventStoreException answer =
                new EventStoreException("The events could not be stored: " + failure.getMessage(), failure);
        int failed = 0;
        for (Append append : group) {
            failed += append.completeExceptionally(answer) ? 1 : 0;
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

    /** Lets what is waiting be written, then ends the writer; later appends are refused. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(writer);
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
