package io.jiayou.identity.accounts;

import io.jiayou.http.ProblemException;
import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.rules.Problem;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where passwords are hashed: on threads of their own, which run after everybody else's, since whoever has no account can ask
 * for that work. On the threads of requests a few dozen logins would stop all others.
 */
final class HashingThreads implements AutoCloseable {

    private static final long IDLE_SECONDS = 60;

    private final ThreadPoolExecutor threads;

    HashingThreads(Bounds bounds) {
        int atOnce = Math.max(1, bounds.count(Bound.HASHES_AT_ONCE));
        int waiting = Math.max(1, bounds.count(Bound.HASHES_WAITING));
        threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(waiting),
                HashingThreads::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    /** @throws ProblemException UNAVAILABLE at once when too many wait already, or it's interrupted */
    <T> T run(Supplier<T> work) {
        Future<T> result = submit(work);
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.cancel(false);
            throw busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password couldn't be hashed", e.getCause());
        }
    }

    private <T> Future<T> submit(Supplier<T> work) {
        try {
            return threads.submit(work::get);
        } catch (RejectedExecutionException e) {
            throw busy();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(Problem.UNAVAILABLE, null, "too many passwords are being checked at the moment");
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform()
                .daemon()
                .name("password-hashing")
                .priority(Thread.MIN_PRIORITY)
                .unstarted(() -> {
                    LowPriority.ofThisThread();
                    work.run();
                });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
