package io.jiayou.parameters;

import io.jiayou.values.Moments;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A range of time, as clients name it.
 *
 * @param from its first moment; none reaches back to the beginning
 * @param to the first moment after it; none reaches to the end
 */
public record TimeRange(@Nullable Instant from, @Nullable Instant to) {

    /** A day or a moment, as a pattern of ECMA-262. */
    public static final String WRITTEN =
            "^(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])|" + Moments.WRITTEN + ")$";

    public static final TimeRange ALL = new TimeRange(null, null);

    private static final int DAY_LENGTH = "2026-03-01".length();

    /**
     * Reads a range.
     *
     * @param from a business day, or a moment in ISO 8601 with its zone
     * @param to the last business day, or the first moment after the range
     * @throws io.jiayou.http.ProblemException INVALID_FIELD for anything else, or a range that ends before it begins
     */
    public static TimeRange read(@Nullable String from, @Nullable String to, ZoneId business) {
        Instant first = from == null ? null : moment("from", from, 0, business);
        Instant end = to == null ? null : moment("to", to, 1, business);
        if (first != null && end != null && to != null && !isInOrder(first, end, to)) {
            throw Parameters.invalid("from", "from is after to");
        }
        return new TimeRange(first, end);
    }

    /** A moment may be both ends of an empty range; a day is never empty. */
    private static boolean isInOrder(Instant first, Instant end, String to) {
        return isMoment(to) ? !first.isAfter(end) : first.isBefore(end);
    }

    private static boolean isMoment(String given) {
        return given.contains("T");
    }

    private static Instant moment(String name, String given, int daysLater, ZoneId business) {
        return isMoment(given)
                ? Parameters.instant(name, given)
                : day(name, given).plusDays(daysLater).atStartOfDay(business).toInstant();
    }

    private static LocalDate day(String name, String given) {
        try {
            if (given.strip().length() == DAY_LENGTH) {
                return LocalDate.parse(given.strip());
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw Parameters.invalid(name, "{0} is a day (2026-03-01) or a moment with its zone", name);
    }
}
