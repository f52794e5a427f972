package io.jiayou.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.http.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static TimeRange read(@Nullable String from, @Nullable String to) {
        return TimeRange.read(from, to, SHANGHAI);
    }

    @Test
    void takesDaysOfTheBusinessZoneTheLastOneIncluded() {
        assertThat(read("2026-03-01", "2026-03-02"))
                .isEqualTo(new TimeRange(Instant.parse("2026-02-28T16:00:00Z"), Instant.parse("2026-03-02T16:00:00Z")));
    }

    @Test
    void takesMomentsToTheFractionTheLastOneExcluded() {
        assertThat(read("2026-03-01T08:07:00.001+08:00", "2026-03-01T00:07:00.002Z"))
                .isEqualTo(new TimeRange(
                        Instant.parse("2026-03-01T00:07:00.001Z"), Instant.parse("2026-03-01T00:07:00.002Z")));
    }

    @Test
    void isOpenWhereNothingIsGiven() {
        assertThat(read(null, null)).isEqualTo(TimeRange.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-30", "2026-03-01T08:00:00", "+10000-01-01", "2026-3-1"})
    void refusesWhatIsNeitherADayNorAMomentWithItsZone(String text) {
        assertThatThrownBy(() -> read(text, null))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.field())
                        .isEqualTo("from"));
        assertThatThrownBy(() -> read(null, text))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.field())
                        .isEqualTo("to"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02, 2026-03-01", "2026-03-01T16:00:00Z, 2026-03-01"})
    void refusesARangeThatEndsBeforeItBegins(String from, String to) {
        assertThatThrownBy(() -> read(from, to)).hasMessage("from is after to");
    }
}
