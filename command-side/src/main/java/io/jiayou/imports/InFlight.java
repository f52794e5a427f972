package io.jiayou.imports;

import io.jiayou.command.Origin;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Does many pieces of work at the same time, so that their events share the store's forced writes, and never two with
 * the same key: the earlier line of a file wins. The first failure stops the rest from being started.
 */
public final class InFlight implements AutoCloseable {

    /** What the event store's group commit takes at once; more would only wait. */
    private static final int MOST = 64;

    private final Origin origin;
    private final Semaphore free = new Semaphore(MOST);
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** @param origin as which the work's commands are sent */
    public InFlight(Origin origin) {
        this.origin = origin;
    }

    /**
     * Starts a piece of work; waits while too much is in flight.
     *
     * @throws RuntimeException what made an earlier piece of work fail; then this one isn't started
     */
    public void start(String key, Runnable work) {
        if (!keys.add(key)) {
            close();
            keys.add(key);
        }
        throwFailure();
        free.acquireUninterruptibly();
        Thread.startVirtualThread(() -> run(key, work));
    }

    /** Waits for all that was started and throws what made a piece of it fail. */
    public void finish() {
        close();
        throwFailure();
    }

    /** Waits for all that was started: whatever was begun is done as a whole, also when the rest is given up. */
    @Override
    public void close() {
        free.acquireUninterruptibly(MOST);
        free.release(MOST);
    }

    private void run(String key, Runnable work) {
        try {
            origin.call(() -> {
                work.run();
                return key;
            });
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } catch (Exception e) {
            failure.compareAndSet(null, new IllegalStateException(e));
        } finally {
            keys.remove(key);
            free.release();
        }
    }

    private void throwFailure() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }
}
