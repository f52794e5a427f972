package io.jiayou.embedded.events;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/**
 * Lends the open database for the length of a call. A native handle that is used after it was freed crashes the JVM,
 * so closing waits for those inside, and later calls get an exception.
 */
final class DatabaseGuard implements AutoCloseable {

    /** Something done with the database; it must not keep it. */
    interface Call<T extends @Nullable Object> {
        T on(EventDatabase database) throws RocksDBException;
    }

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Path directory;
    private @Nullable EventDatabase database;
    private boolean closed;

    DatabaseGuard(Path directory) {
        this.directory = directory;
        database = DataDirectory.open(directory);
    }

    /** @throws EventStoreException if the database is closed or refuses */
    <T extends @Nullable Object> T call(Call<T> call) {
        try {
            return tryCall(call);
        } catch (RocksDBException failure) {
            throw new EventStoreException("The event store can't be read: " + failure.getMessage(), failure);
        }
    }

    <T extends @Nullable Object> T tryCall(Call<T> call) throws RocksDBException {
        lock.readLock().lock();
        try {
            return call.on(opened());
        } finally {
            lock.readLock().unlock();
        }
    }

    private EventDatabase opened() {
        if (closed) {
            throw closedException();
        }
        if (database == null) {
            throw new EventStoreException("The event store failed and has not been opened again yet");
        }
        return database;
    }

    /**
     * Closes and opens again: after a failed write only the log on disk knows what was kept.
     *
     * @throws EventStoreException if that isn't possible now; while the disk is full, reading stays possible
     */
    void reopen() {
        lock.writeLock().lock();
        try {
            if (closed) {
                throw closedException();
            }
            DataDirectory.expectRoom(directory);
            release();
            database = DataDirectory.open(directory);
        } finally {
            lock.writeLock().unlock();
        }
    }

    static EventStoreException closedException() {
        return new EventStoreException("The event store is closed");
    }

    /** Waits for the calls inside; closing twice does nothing. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            closed = true;
            release();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void release() {
        if (database != null) {
            database.close();
            database = null;
        }
    }
}
