package io.jiayou.imports.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.imports.Refusal;
import io.jiayou.imports.RefusedLine;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalTimesTest {

    private final LocalTimes prague = new LocalTimes(ZoneId.of("Europe/Prague"), Instant.parse("2024-11-01T12:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "2012-08-24, 09:41:00, 2012-08-24T07:41:00Z",
        "2012-01-24, 09:41:00, 2012-01-24T08:41:00Z",
        "2024-10-27, 02:30:00, 2024-10-27T00:30:00Z",
        "2024-11-01, 13:00:00, 2024-11-01T12:00:00Z"
    })
    void areTheMomentsWhenClocksShowedThem(String date, String time, Instant moment) {
        assertThat(prague.read(date, time)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-31, 02:30:00, NO_SUCH_TIME",
        "2024-11-01, 13:00:01, FUTURE_TIME",
        "2023-02-29, 10:00:00, UNREADABLE_VALUE",
        "2024-01-01, 24:00:00, UNREADABLE_VALUE",
        "01.02.2024, 10:00:00, UNREADABLE_VALUE",
        "1999-12-31, 06:59:59, UNREADABLE_VALUE",
        "1900-01-01, 00:00:00, UNREADABLE_VALUE",
        "0001-01-01, 00:00:00, UNREADABLE_VALUE",
        "-0001-01-01, 09:41:00, UNREADABLE_VALUE",
        "-292275056-01-01, 09:41:00, UNREADABLE_VALUE",
        "-999999999-01-01, 00:00:00, UNREADABLE_VALUE",
        "+999999999-12-31, 23:59:59, FUTURE_TIME",
        "'', '', UNREADABLE_VALUE"
    })
    void areRefused(String date, String time, Refusal why) {
        assertThatThrownBy(() -> prague.read(date, time))
                .isInstanceOfSatisfying(
                        RefusedLine.class, it -> assertThat(it.refusal()).isEqualTo(why));
    }
}
