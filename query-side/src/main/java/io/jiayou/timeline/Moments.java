package io.jiayou.timeline;

import java.time.Instant;

/** Times as documents keep them. */
public final class Moments {

    private Moments() {}

    /**
     * To the millisecond: a fold that saw more would differ from one that read its document back.
     *
     * @throws ArithmeticException for a moment that no document can keep, 292 million years away
     */
    public static Instant kept(Instant instant) {
        return Instant.ofEpochMilli(instant.toEpochMilli());
    }
}
