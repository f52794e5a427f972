package io.jiayou.http.perimeter;

import java.time.Duration;

/**
 * How whoever sent a request stands with a rate, that request counted.
 *
 * @param policy what the rate is called, to clients
 * @param quota how many there may be in a minute
 * @param left how many more may come at once
 * @param wholeAfter until all of the quota is left again, if no more come
 * @param nextAfter until the next may come, zero or less unless this one was one too many
 */
record Standing(String policy, long quota, long left, Duration wholeAfter, Duration nextAfter) {

    boolean isRefused() {
        return nextAfter.isPositive();
    }
}
