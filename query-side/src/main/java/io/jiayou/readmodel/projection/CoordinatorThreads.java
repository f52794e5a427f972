package io.jiayou.readmodel.projection;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that hand events to the processors' workers.
 *
 * <p>When a worker's buffer of 1,024 events is full, Axon 4.13's coordinator looks again after 100 ms, which would hold
 * every read model down to 10,000 events a second. That one delay is cut; all others are left alone.
 */
final class CoordinatorThreads extends ScheduledThreadPoolExecutor {

    private static final long BUFFER_FULL_MILLIS = 100;
    private static final long LOOK_AGAIN_MILLIS = 2;

    CoordinatorThreads(int threads) {
        super(
                threads,
                Thread.ofPlatform().daemon().name("read-model-coordinator-", 0).factory());
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        boolean bufferFull = unit == TimeUnit.MILLISECONDS && delay == BUFFER_FULL_MILLIS;
        return super.schedule(command, bufferFull ? LOOK_AGAIN_MILLIS : delay, unit);
    }
}
