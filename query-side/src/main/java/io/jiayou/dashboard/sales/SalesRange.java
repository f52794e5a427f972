package io.jiayou.dashboard.sales;

import io.jiayou.parameters.Parameters;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A range of time whose ends fall on quarters of an hour.
 *
 * @param from its first moment; none reaches back to the first sale
 * @param to the first moment after it; none reaches to the last sale
 */
record SalesRange(@Nullable Instant from, @Nullable Instant to) {

    /** A day, or a moment on a quarter of an hour, as a pattern of ECMA-262. */
    static final String END = "^(?:19[7-9]|2[0-9][0-9])[0-9]-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
            + "(?:T(?:[01][0-9]|2[0-3]):(?:00|15|30|45)(?::00)?(?:Z|[+-](?:0[0-9]|1[0-7]):(?:00|15|30|45)))?$";

    private static final long QUARTER_SECONDS =
            Duration.ofMinutes(UtcPeriod.MINUTES_PER_QUARTER).toSeconds();
    // The keys of periods sort as texts.
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-01T00:00:00Z");
    private static final int DAY_LENGTH = "2026-03-01".length();

    /**
     * Reads a range.
     *
     * @param from a business day, or a moment in ISO 8601 with its zone
     * @param to the last business day, or the first moment after the range
     * @throws io.jiayou.http.ProblemException INVALID_FIELD for anything else, or a range that ends before it begins
     */
    static SalesRange read(@Nullable String from, @Nullable String to, ZoneId business) {
        Instant first = from == null ? null : moment("from", from, 0, business);
        Instant end = to == null ? null : moment("to", to, 1, business);
        if (first != null && end != null && to != null && !isInOrder(first, end, to)) {
            throw Parameters.invalid("from", "from is after to");
        }
        return new SalesRange(first, end);
    }

    /** A moment may be both ends of an empty range; a day is never empty. */
    private static boolean isInOrder(Instant first, Instant end, String to) {
        return isMoment(to) ? !first.isAfter(end) : first.isBefore(end);
    }

    private static boolean isMoment(String given) {
        return given.contains("T");
    }

    boolean contains(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
    }

    private static Instant moment(String name, String given, int daysLater, ZoneId business) {
        Instant moment = isMoment(given)
                ? Parameters.instant(name, given)
                : day(name, given).plusDays(daysLater).atStartOfDay(business).toInstant();
        if (moment.isBefore(EARLIEST) || !moment.isBefore(LATEST)) {
            throw Parameters.invalid(name, "{0} is in a year of four digits", name);
        }
        if (moment.getEpochSecond() % QUARTER_SECONDS != 0 || moment.getNano() != 0) {
            throw Parameters.invalid(
                    name, "{0} falls on a quarter of an hour, since sales are summed by quarters", name);
        }
        return moment;
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
