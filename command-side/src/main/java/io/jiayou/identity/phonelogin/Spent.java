package io.jiayou.identity.phonelogin;

import java.time.Duration;
import java.time.Instant;

/**
 * What was spent of a budget within an hour.
 *
 * @param since when the hour began
 * @param count of what is spent: codes sent, or codes tried that weren't good
 */
record Spent(Instant since, int count) {

    private static final Duration HOUR = Duration.ofHours(1);

    static final Spent NOTHING = new Spent(Instant.EPOCH, 0);

    /** This hour's: nothing yet if the last one is over, or hasn't come yet by a clock that was set right. */
    Spent at(Instant now) {
        return isOver(now) ? new Spent(now, 0) : this;
    }

    Spent and(int more) {
        return new Spent(since, Math.max(0, count + more));
    }

    /** How long it is until nothing counts as spent any more. */
    Duration left(Instant now) {
        return Duration.between(now, since.plus(HOUR));
    }

    boolean isOver(Instant now) {
        return now.isBefore(since) || !now.isBefore(since.plus(HOUR));
    }
}
