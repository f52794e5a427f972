package io.jiayou.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DueTest {

    private static final Due.At AT_THREE = Due.daily(LocalTime.of(3, 0), ZoneId.of("Asia/Shanghai"));

    @Test
    void isDueTodayAsLongAsItsTimeHasntCome() {
        assertThat(AT_THREE.next(Instant.parse("2026-11-22T18:59:59Z"))).isEqualTo("2026-11-22T19:00:00Z");
    }

    @Test
    void isDueTomorrowFromItsTimeOn() {
        assertThat(AT_THREE.next(Instant.parse("2026-11-22T19:00:00Z"))).isEqualTo("2026-11-23T19:00:00Z");
    }

    /** In Berlin there was no 02:30 on 29 March 2026. */
    @Test
    void isDueOnceOnADayWithoutThatTime() {
        Due.At gone = Due.daily(LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"));

        Instant first = gone.next(Instant.parse("2026-03-28T12:00:00Z"));

        assertThat(first).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(gone.next(first)).isEqualTo("2026-03-30T00:30:00Z");
    }

    /** In Berlin 02:30 came twice on 25 October 2026. */
    @Test
    void isDueOnceOnADayWithThatTimeTwice() {
        Due.At twice = Due.daily(LocalTime.of(2, 30), ZoneId.of("Europe/Berlin"));

        Instant first = twice.next(Instant.parse("2026-10-24T12:00:00Z"));

        assertThat(first).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(twice.next(first)).isEqualTo("2026-10-26T01:30:00Z");
    }
}
