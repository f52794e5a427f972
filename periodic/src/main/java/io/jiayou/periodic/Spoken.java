package io.jiayou.periodic;

import java.time.Duration;

/** Durations as people say them. */
final class Spoken {

    private static final long MINUTE = 60;
    private static final long THOUSAND = 1_000;

    private Spoken() {}

    /** {@code 500 ms}, {@code 90 s}, {@code 5 min}. */
    static String of(Duration time) {
        long millis = time.toMillis();
        long seconds = time.toSeconds();
        if (millis % THOUSAND != 0) {
            return millis + " ms";
        }
        return seconds == 0 || seconds % MINUTE != 0 ? seconds + " s" : seconds / MINUTE + " min";
    }
}
