package io.jiayou.readmodel.projection;

import java.time.Duration;

/**
 * How often a node looks into the read store for what others did there, and says there that it's still at work.
 *
 * @param look between two looks at which generations are live, while nothing is in motion; then it's twice a second
 * @param claims between two renewals of a claim, and between two tries to get one; where there are other nodes much less than
 *     the time after which a claim is anybody's
 */
public record Pace(Duration look, Duration claims) {

    /** For a store that other nodes may work on. */
    public static final Pace SHARED = new Pace(Duration.ofMillis(500), Duration.ofSeconds(2));

    /** For a store inside this process, where nobody else does anything, nor could take a claim that has ended. */
    public static final Pace ALONE = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(15));
}
