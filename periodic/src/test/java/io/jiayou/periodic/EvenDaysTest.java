package io.jiayou.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EvenDaysTest {

    private final HandClock clock = new HandClock("2026-03-01T19:00:00Z");
    private final Memory memory = Memory.ofTheProcess();
    private final EvenDays days = new EvenDays("old-keys", memory, clock);

    @Test
    void nothingIsBelievedTheFirstTime() {
        assertThat(days.goOn()).isFalse();
    }

    @Test
    void fromOneNightToTheNextDaysGoOnAlsoAfterARestart() {
        days.goOn();
        clock.goOn(Duration.ofDays(1));

        assertThat(new EvenDays("old-keys", memory, clock).goOn()).isTrue();
    }

    @Test
    void aClockAYearAheadIsNotBelievedNorIsOneThatWasSetBack() {
        days.goOn();
        clock.set("2027-03-01T19:00:00Z");
        assertThat(days.goOn()).isFalse();

        clock.set("2026-03-02T19:00:00Z");
        assertThat(days.goOn()).isFalse();

        clock.goOn(Duration.ofDays(1));
        assertThat(days.goOn()).isTrue();
    }

    @Test
    void looksThatAreMoreThanThreeDaysApartSayNothing() {
        days.goOn();
        clock.goOn(Duration.ofDays(3));
        assertThat(days.goOn()).isTrue();

        clock.goOn(Duration.ofDays(3).plusMillis(1));
        assertThat(days.goOn()).isFalse();
    }
}
