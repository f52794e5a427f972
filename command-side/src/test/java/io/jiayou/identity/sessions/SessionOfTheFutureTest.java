package io.jiayou.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.identity.events.LoginWay;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionOfTheFutureTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private static Session begun(Instant at) {
        Caller caller = new Caller("a1", Role.OPERATIONS, null, null, Set.of(), "s1");
        return Session.begun(caller, LoginWay.PASSWORD, RefreshToken.first("s1"), 0, at);
    }

    @Test
    void goesOnWhereAnotherNodesClockIsThirtySecondsAhead() {
        assertThat(begun(NOW.plusSeconds(30)).isAlive(NOW)).isTrue();
    }

    @Test
    void isOverIfItsClockWasAYearAheadAndWasSetRight() {
        assertThat(begun(NOW.plus(Duration.ofDays(365))).isAlive(NOW)).isFalse();
    }

    @Test
    void goesOnWhereTheClockWasSetBackAnHour() {
        assertThat(begun(NOW).isAlive(NOW.minus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void isOverIfItIsMoreThanADayAhead() {
        assertThat(begun(NOW.plus(Duration.ofDays(1))).isAlive(NOW)).isTrue();
        assertThat(begun(NOW.plus(Duration.ofDays(1)).plusSeconds(1)).isAlive(NOW))
                .isFalse();
    }
}
