package io.jiayou.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PausedTurnsTest {

    private final HandClock wall = new HandClock("2026-03-01T12:00:00Z");
    private final HandClock steady = new HandClock("1970-01-01T00:00:00Z");
    private boolean fails;
    private final PausedTurns turns =
            new PausedTurns(new Task("look", Due.every(Duration.ofMinutes(2)), this::work), wall, steady);

    private void work() {
        if (fails) {
            throw new IllegalStateException("no room");
        }
    }

    @Test
    void twiceItsPauseWithoutSuccessIsAComplaint() {
        turns.take();
        fails = true;
        steady.goOn(Duration.ofMinutes(2));
        turns.take();
        assertThat(turns.state().complaint()).isNull();

        steady.goOn(Duration.ofSeconds(121));
        turns.take();
        assertThat(turns.state().complaint())
                .isEqualTo("no success for more than 4 min: java.lang.IllegalStateException: no room");
    }

    @Test
    void whatNeverRanComplainsToo() {
        steady.goOn(Duration.ofMinutes(5));
        assertThat(turns.state().complaint()).isEqualTo("no success for more than 4 min");
    }

    @Test
    void noSettingOfTheClockMakesItSilentOrLate() {
        turns.take();
        wall.set("2027-03-01T12:00:00Z");
        assertThat(turns.state().complaint()).isNull();

        wall.set("2026-03-01T11:00:00Z");
        steady.goOn(Duration.ofMinutes(1));

        assertThat(turns.state().lastSuccess()).isEqualTo("2026-03-01T10:59:00Z");
        assertThat(turns.state().next()).isEqualTo("2026-03-01T11:01:00Z");
        assertThat(turns.next()).isEqualTo("1970-01-01T00:02:00Z");
    }

    /** Twice a second would be no time at all. */
    @Test
    void aTaskThatComesOftenHasAMinute() {
        PausedTurns often =
                new PausedTurns(new Task("look", Due.every(Duration.ofSeconds(1)), this::work), wall, steady);
        often.take();

        steady.goOn(Duration.ofMinutes(1));
        assertThat(often.state().complaint()).isNull();

        steady.goOn(Duration.ofMillis(1));
        assertThat(often.state().complaint()).isEqualTo("no success for more than 1 min");
    }
}
