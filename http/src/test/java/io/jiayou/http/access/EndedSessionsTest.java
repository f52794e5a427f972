package io.jiayou.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndedSessionsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private long nanos;
    private final EndedSessions ended = new EndedSessions(() -> NOON, () -> nanos);

    private static Caller caller(String session) {
        return new Caller("an actor", Role.AGENT, null, null, Set.of(), session);
    }

    @Test
    void areKeptUntilTheLastTokenIsOver() {
        ended.ended("one");
        nanos = Claims.LONGEST_LIFE.plusSeconds(59).toNanos();
        ended.ended("other");
        assertThat(ended.has(caller("one"), NOON)).isTrue();

        nanos = Claims.LONGEST_LIFE.plusSeconds(60).toNanos();
        ended.ended("third");

        assertThat(ended.has(caller("one"), NOON)).isFalse();
        assertThat(ended.has(caller("other"), NOON)).isTrue();
    }

    @Test
    void keepsOneThatEndsASecondTimeFromThenOn() {
        ended.ended("one");
        nanos = Duration.ofMinutes(10).toNanos();
        ended.ended("one");
        nanos = Duration.ofMinutes(12).toNanos();
        ended.ended("other");

        assertThat(ended.has(caller("one"), NOON)).isTrue();
    }

    /** Nobody gets out of the table by filling it. */
    @Test
    void refuseAllTokensOfBeforeRatherThanForgettingOne() {
        ended.ended("mine");
        for (int n = 1; n < 100_000; n++) {
            ended.ended("flood " + n);
        }
        assertThat(ended.size()).isEqualTo(100_000);
        assertThat(ended.has(caller("a living one"), NOON.minusSeconds(1))).isFalse();

        ended.ended("one more");

        assertThat(ended.size()).isEqualTo(1);
        assertThat(ended.has(caller("mine"), NOON.minusSeconds(1))).isTrue();
        assertThat(ended.has(caller("a living one"), NOON.minusSeconds(1))).isTrue();
        assertThat(ended.has(caller("a living one"), NOON.plusSeconds(6))).isFalse();
    }
}
