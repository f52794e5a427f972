package io.jiayou.dashboard.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.http.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesRangeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static SalesRange read(@Nullable String from, @Nullable String to) {
        return SalesRange.read(from, to, SHANGHAI);
    }

    @Test
    void takesDaysOfTheBusinessZoneTheLastOneIncluded() {
        assertThat(read("2026-03-01", "2026-03-02"))
                .isEqualTo(
                        new SalesRange(Instant.parse("2026-02-28T16:00:00Z"), Instant.parse("2026-03-02T16:00:00Z")));
    }

    @Test
    void takesMomentsTheLastOneExcluded() {
        assertThat(read("2026-03-01T00:00:00+08:00", "2026-03-01T00:00:00Z"))
                .isEqualTo(
                        new SalesRange(Instant.parse("2026-02-28T16:00:00Z"), Instant.parse("2026-03-01T00:00:00Z")));
    }

    @Test
    void isOpenWhereNothingIsGiven() {
        assertThat(read(null, null)).isEqualTo(new SalesRange(null, null));
    }

    @Test
    void mayBeEmpty() {
        SalesRange empty = read("2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z");

        assertThat(empty.contains(Instant.parse("2026-03-01T00:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-02-30",
                "2026-03-01T08:00:00",
                "2026-03-01T08:07:00Z",
                "2026-03-01T08:00:00.001Z",
                "+10000-01-01",
                "-0001-01-01",
                "+999999999-12-31",
                "1900-06-01"
            })
    void refusesWhatIsNeitherADayNorAMomentOnAQuarterOfAnHour(String text) {
        assertThatThrownBy(() -> read(text, null))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.field())
                        .isEqualTo("from"));
        assertThatThrownBy(() -> read(null, text))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.field())
                        .isEqualTo("to"));
    }

    /** The names of periods sort as texts, and one more month has a name after the last. */
    @Test
    void isWithinYearsOfFourDigits() {
        assertThat(read("1000-01-01T00:00:00Z", "9999-11-30T23:45:00Z"))
                .isEqualTo(
                        new SalesRange(Instant.parse("1000-01-01T00:00:00Z"), Instant.parse("9999-11-30T23:45:00Z")));
        for (String text : List.of("0999-12-31T23:45:00Z", "9999-12-01T00:00:00Z")) {
            assertThatThrownBy(() -> read(text, null)).hasMessage("from is in a year of four digits");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-01",
        "2026-03-02, 2026-03-01T00:00:00Z",
        "2026-03-01T16:00:00Z, 2026-03-01",
        "2026-03-01T16:15:00Z, 2026-03-01T16:00:00Z"
    })
    void refusesARangeThatEndsBeforeItBegins(String from, String to) {
        assertThatThrownBy(() -> read(from, to))
                .isInstanceOf(ProblemException.class)
                .hasMessage("from is after to");
    }
}
