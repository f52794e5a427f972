package io.jiayou.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.rules.Rule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of limit at its ends: the last value that is allowed, and the first that isn't. */
class LimitTest {

    record End(Limit limit, Object allowed, Object refused, Rule rule) {}

    static List<End> ends() {
        Instant first = Instant.parse("1999-12-31T06:00:00Z");
        Instant end = Instant.parse("2100-01-01T18:00:00Z");
        return List.of(
                new End(Limit.TIME, first, first.minusNanos(1), Rule.TIME_OUT_OF_RANGE),
                new End(Limit.TIME, end.minusNanos(1), end, Rule.TIME_OUT_OF_RANGE),
                new End(Limit.TIME, first, "2026-03-01T00:00:00Z", Rule.TIME_OUT_OF_RANGE),
                new End(Limit.RATING, 1, 0, Rule.NUMBER_OUT_OF_RANGE),
                new End(Limit.RATING, 5L, 6L, Rule.NUMBER_OUT_OF_RANGE),
                new End(Limit.RATING, 3, "3", Rule.NUMBER_OUT_OF_RANGE),
                new End(Limit.LATITUDE, 90.0, Math.nextUp(90.0), Rule.NUMBER_OUT_OF_RANGE),
                new End(Limit.LATITUDE, -90.0, Math.nextDown(-90.0), Rule.NUMBER_OUT_OF_RANGE),
                new End(Limit.LONGITUDE, 180.0, Double.NaN, Rule.NUMBER_OUT_OF_RANGE),
                new End(Limit.LONGITUDE, -180.0, 0, Rule.NUMBER_OUT_OF_RANGE),
                new End(Limit.PERSON, "n".repeat(Limits.PERSON), "n".repeat(Limits.PERSON + 1), Rule.TEXT_TOO_LONG),
                new End(Limit.PERSON, "𠮷".repeat(Limits.PERSON), "two\nlines", Rule.TEXT_NOT_PLAIN),
                new End(Limit.PERSON, "李伟", 5, Rule.TEXT_NOT_PLAIN),
                new End(Limit.REASON, "two\nlines", "\u0007", Rule.TEXT_NOT_PLAIN),
                new End(Limit.ID, "a", "", Rule.FORM_NOT_ALLOWED),
                new End(Limit.ID, "a", 1, Rule.FORM_NOT_ALLOWED),
                new End(Limit.GRADE, "95#", " 95#", Rule.FORM_NOT_ALLOWED),
                new End(Limit.GRADE, "95#", 95, Rule.FORM_NOT_ALLOWED),
                new End(Limit.PLATE, "沪A12345", "沪a12345", Rule.FORM_NOT_ALLOWED),
                new End(Limit.ZONE, "Asia/Shanghai", "Asia/Shanghai ", Rule.FORM_NOT_ALLOWED),
                new End(Limit.OPENING_HOURS, hours(Limits.ADDRESS), hours(Limits.ADDRESS + 1), Rule.FORM_NOT_ALLOWED));
    }

    /** Of so many characters; blanks between rules say nothing. */
    private static String hours(int length) {
        return "Mo 08:00-20:00;" + " ".repeat(length - 29) + "Tu 09:00-21:00";
    }

    @ParameterizedTest
    @MethodSource("ends")
    void allowsUpToItsEndAndNothingBeyond(End end) {
        assertThat(end.limit().refusal(end.allowed())).isNull();
        assertThat(end.limit().allows(end.allowed())).isTrue();
        assertThat(end.limit().refusal(end.refused())).isEqualTo(end.rule());
        assertThat(end.limit().allows(end.refused())).isFalse();
    }

    @Test
    void whatTellsNumbersApartSaysNothingOfTexts() {
        assertThat(Limit.AMOUNT.fits(long.class)).isTrue();
        assertThat(Limit.AMOUNT.fits(String.class)).isFalse();
        assertThat(Limit.LATITUDE.fits(double.class)).isTrue();
        assertThat(Limit.TIME.fits(Instant.class)).isTrue();
        assertThat(Limit.ID.fits(String.class)).isTrue();
        assertThat(Limit.PERSON.fits(String.class)).isTrue();
        assertThat(Limit.ZONE.fits(String.class)).isTrue();
    }
}
