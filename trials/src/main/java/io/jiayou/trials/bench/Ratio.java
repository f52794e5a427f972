package io.jiayou.trials.bench;

import org.jspecify.annotations.Nullable;

/**
 * How much of B's measure A has.
 *
 * @param unit of A's and B's own figures
 * @param ratio A divided by B, pair by pair
 * @param pairs how many of them
 * @param aim none for what is told without one
 */
public record Ratio(
        String what,
        String unit,
        Spread ratio,
        Spread a,
        Spread b,
        int pairs,
        @Nullable Aim aim) {

    /** Whether the median reaches the aim; nothing to reach counts as reached. */
    public boolean reached() {
        return aim == null || aim.reachedBy(ratio.median());
    }
}
