package io.jiayou.dashboard.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UtcPeriodTest {

    private static List<String> covering(String from, String to) {
        return UtcPeriod.covering(Instant.parse(from), Instant.parse(to)).stream()
                .map(UtcPeriod::key)
                .toList();
    }

    @Test
    void coversAMonthAsOne() {
        assertThat(covering("2012-08-01T00:00:00Z", "2012-09-01T00:00:00Z")).containsExactly("2012-08");
    }

    @Test
    void coversTheEndsWithShorterPeriods() {
        assertThat(covering("2012-08-30T23:30:00Z", "2012-10-02T00:15:00Z"))
                .containsExactly(
                        "2012-08-30T23:30",
                        "2012-08-30T23:45",
                        "2012-08-31",
                        "2012-09",
                        "2012-10-01",
                        "2012-10-02T00:00");
    }

    @Test
    void coversAMonthOfShanghaiWithDaysAndQuarters() {
        List<String> keys = covering("2012-07-31T16:00:00Z", "2012-08-31T16:00:00Z");

        assertThat(keys).hasSize(32 + 30 + 64);
        assertThat(keys.get(32)).isEqualTo("2012-08-01");
    }

    @Test
    void startsAtAMomentOrAfterIt() {
        assertThat(startingAtOrAfter("2012-08-01T00:00:00Z")).isEqualTo("2012-08");
        assertThat(startingAtOrAfter("2012-08-01T00:15:00Z")).isEqualTo("2012-09");
    }

    private static String startingAtOrAfter(String moment) {
        return UtcPeriod.startingAtOrAfter(UtcPeriod.Length.MONTH, Instant.parse(moment))
                .key();
    }

    @Test
    void coversNothingWithNothing() {
        assertThat(covering("2012-08-01T00:00:00Z", "2012-08-01T00:00:00Z")).isEmpty();
    }

    @Test
    void refusesARangeWithinAQuarter() {
        assertThatThrownBy(() -> covering("2012-08-01T00:07:00Z", "2012-08-01T01:00:00Z"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersTheQuartersOfADay() {
        assertThat(UtcPeriod.quarterOfDay(Instant.parse("2012-08-01T00:14:59.999Z")))
                .isZero();
        assertThat(UtcPeriod.quarterOfDay(Instant.parse("2012-08-01T23:45:00Z")))
                .isEqualTo(95);
    }
}
