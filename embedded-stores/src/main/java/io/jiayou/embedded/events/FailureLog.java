package io.jiayou.embedded.events;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of failed appends: the first one with its cause, and those that follow once a minute, as a number. A store that is
 * asked all the time fails all the time, and its log may lie on the same full disk. For one thread.
 */
final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final long SELDOM_NANOS = Duration.ofMinutes(1).toNanos();

    private boolean failing;
    private long untold;
    private long lastNanos;

    void failed(int appends, Throwable failure) {
        long now = System.nanoTime();
        if (!failing) {
            LOG.error("{} appends failed, their events are not acknowledged", appends, failure);
            failing = true;
            untold = 0;
            lastNanos = now;
            return;
        }
        untold += appends;
        if (now - lastNanos > SELDOM_NANOS) {
            LOG.warn("{} more appends failed: {}", untold, failure.getMessage());
            untold = 0;
            lastNanos = now;
        }
    }

    void works() {
        if (failing) {
            LOG.info("Appends work again; {} more had failed", untold);
            failing = false;
        }
    }
}
