package io.jiayou.timeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as documents keep them. */
public final class Moments {

    private Moments() {}

    /** To the millisecond: a fold that saw more would differ from one that read its document back. */
    public static Instant kept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
