package io.jiayou.embedded.events;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of failed appends, at most once a minute: a store that is asked all the time fails all the time, and its log may lie
 * on the same full disk. The metrics count all of them. For one thread.
 */
final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final long SELDOM_NANOS = Duration.ofMinutes(1).toNanos();

    private long untold;
    private long lastNanos = System.nanoTime() - SELDOM_NANOS;

    void failed(int appends, Throwable failure) {
        untold += appends;
        long now = System.nanoTime();
        if (now - lastNanos >= SELDOM_NANOS) {
            LOG.error("{} appends failed, their events are not acknowledged", untold, failure);
            untold = 0;
            lastNanos = now;
        }
    }
}
