package io.jiayou.identity.phonelogin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpentTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void countsWithinAnHourAndBeginsAnew() {
        Spent spent = Spent.NOTHING.at(NOW).and(1).and(1);

        assertThat(spent.at(NOW.plus(Duration.ofMinutes(59))).count()).isEqualTo(2);
        assertThat(spent.at(NOW.plus(Duration.ofHours(1))).count()).isZero();
    }

    @Test
    void beginsAnewWhenTheClockWasSetBack() {
        Spent ahead = Spent.NOTHING.at(NOW.plus(Duration.ofDays(365))).and(1000);

        assertThat(ahead.at(NOW).count()).isZero();
    }

    @Test
    void isNeverLessThanNothing() {
        assertThat(Spent.NOTHING.at(NOW).and(-1).count()).isZero();
    }
}
