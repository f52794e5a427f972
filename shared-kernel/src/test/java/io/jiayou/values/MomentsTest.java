package io.jiayou.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "2026-03-01T08:00:00+08:00",
                "0001-01-01T08:00:00+08:00"
            })
    void areReadAsTheyAreWritten(String text) {
        assertThat(Moments.read(text))
                .hasToString(text.replace("T00:00:00Z", "T00:00Z").replace(":00:00+", ":00+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-12-31T23:59:59Z",
                "0001-01-01T07:59:59+08:00",
                "+10000-01-01T00:00:00Z",
                "9999-12-31T23:00:00-02:00",
                "-292275056-01-01T00:00:00Z"
            })
    void ofYearsThatHaveNotFourDigitsAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.read(text))
                .withMessage("a time is of the years 1 to 9999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-03-01", "2026-03-01T08:00:00", "tomorrow", "2026-02-30T00:00:00Z"})
    void withoutTheirZoneAreNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.read(text))
                .withMessageStartingWith("a time is ISO 8601 with its zone");
    }
}
