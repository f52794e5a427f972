package io.jiayou.security.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BurstTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    private static final int FLOOD = 100_000;

    private final Burst burst = new Burst(2, Duration.ofMinutes(5));

    @Test
    void isWithinItsWindowToTheSecond() {
        assertThat(burst.isReached("ann", 1, AT)).isFalse();
        assertThat(burst.isReached("ann", 1, AT.plusSeconds(300))).isTrue();
        assertThat(burst.isReached("ann", 1, AT.plusSeconds(601))).isFalse();
    }

    @Test
    void remembersTenThousandAndForgetsWhoWasQuietLongest() {
        for (int n = 0; n < 10_000; n++) {
            burst.isReached("actor " + n, 1, AT);
        }

        assertThat(burst.isReached("actor 0", 1, AT)).isTrue();
        burst.isReached("one more", 1, AT);
        assertThat(burst.isReached("actor 1", 1, AT)).isFalse();
    }

    /** It looks through no more moments than make a burst, however many there are within the window. */
    @Test
    @Timeout(20)
    void isToldInAFloodAsFastAsInATrickle() {
        for (int n = 0; n < FLOOD; n++) {
            burst.isReached("ann", 1, AT);
        }

        assertThat(burst.isReached("ann", 1, AT)).isTrue();
    }
}
