package io.jiayou.identity.accounts;

import io.jiayou.http.ProblemException;
import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.rules.Problem;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Where passwords are hashed: on threads of their own, which run after everybody else's, since whoever has no account can ask
 * for that work. On the threads of requests a few dozen logins would stop all others.
 */
final class HashingThreads implements AutoCloseable {

    private static final long IDLE_SECONDS = 60;
    /** Where others leave no processor time, waiting longer doesn't help. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

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

    /**
     * For whoever has shown who they are, and for the start: waits for as long as it takes.
     *
     * @throws ProblemException UNAVAILABLE at once when too many wait already
     */
    <T> T run(Supplier<T> work) {
        return within(Duration.ofDays(1), work);
    }

    /** @throws ProblemException UNAVAILABLE at once when too many wait already, and when it takes too long */
    <T> T runSoon(Supplier<T> work) {
        return within(LONGEST, work);
    }

    private <T> T within(Duration longest, Supplier<T> work) {
        Future<T> result = submit(work);
        try {
            return result.get(longest.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            result.cancel(false);
            threads.purge();
            throw busy();
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
