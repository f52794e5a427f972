package io.jiayou.dashboard.sales;

import io.jiayou.parameters.Parameters;
import io.jiayou.parameters.TimeRange;
import java.time.Duration;
import java.time.Instant;
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

    /**
     * Reads a range.
     *
     * @param from a business day, or a moment in ISO 8601 with its zone
     * @param to the last business day, or the first moment after the range
     * @throws io.jiayou.http.ProblemException INVALID_FIELD for anything else, or a range that ends before it begins
     */
    static SalesRange read(@Nullable String from, @Nullable String to, ZoneId business) {
        TimeRange range = TimeRange.read(from, to, business);
        requireSummed("from", range.from());
        requireSummed("to", range.to());
        return new SalesRange(range.from(), range.to());
    }

    boolean contains(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
    }

    private static void requireSummed(String name, @Nullable Instant end) {
        if (end == null) {
            return;
        }
        if (end.isBefore(EARLIEST) || !end.isBefore(LATEST)) {
            throw Parameters.invalid(name, "{0} is in a year of four digits", name);
        }
        if (end.getEpochSecond() % QUARTER_SECONDS != 0 || end.getNano() != 0) {
            throw Parameters.invalid(
                    name, "{0} falls on a quarter of an hour, since sales are summed by quarters", name);
        }
    }
}
