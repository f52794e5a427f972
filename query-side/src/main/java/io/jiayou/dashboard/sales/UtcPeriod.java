package io.jiayou.dashboard.sales;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A quarter of an hour, a day or a month of UTC.
 *
 * @param start its first moment
 */
record UtcPeriod(Length length, LocalDateTime start) {

    static final int MINUTES_PER_QUARTER = 15;
    /** From the shortest to the longest. */
    enum Length {
        QUARTER,
        DAY,
        MONTH
    }

    static UtcPeriod of(Length length, Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        return switch (length) {
            case QUARTER ->
                new UtcPeriod(length, time.withMinute(time.getMinute() / MINUTES_PER_QUARTER * MINUTES_PER_QUARTER));
            case DAY -> new UtcPeriod(length, time.with(LocalTime.MIN));
            case MONTH -> new UtcPeriod(length, time.withDayOfMonth(1).with(LocalTime.MIN));
        };
    }

    /** The first period of a length that starts at an instant or after it. */
    static UtcPeriod startingAtOrAfter(Length length, Instant instant) {
        UtcPeriod period = of(length, instant);
        return period.begin().equals(instant) ? period : period.next();
    }

    /** The quarter of an hour of an instant's UTC day, 0 to 95. */
    static int quarterOfDay(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).get(ChronoField.MINUTE_OF_DAY) / MINUTES_PER_QUARTER;
    }

    /** The days that a range touches, at its ends perhaps in part. */
    static List<UtcPeriod> days(Instant from, Instant to) {
        return Stream.iterate(of(Length.DAY, from), day -> day.begin().isBefore(to), UtcPeriod::next)
                .toList();
    }

    /** The fewest periods that together are the range; both ends fall on a quarter of an hour. */
    static List<UtcPeriod> covering(Instant from, Instant to) {
        List<UtcPeriod> periods = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = periods.getLast().end()) {
            periods.add(longest(at, to));
        }
        return periods;
    }

    private static UtcPeriod longest(Instant from, Instant to) {
        return Stream.of(Length.values())
                .map(length -> of(length, from))
                .filter(period -> period.begin().equals(from) && !period.end().isAfter(to))
                .max(Comparator.comparing(UtcPeriod::length))
                .orElseThrow(() -> new IllegalArgumentException("a range begins and ends on a quarter of an hour"));
    }

    Instant begin() {
        return start.toInstant(ZoneOffset.UTC);
    }

    /** The first moment after it. */
    Instant end() {
        return next().begin();
    }

    UtcPeriod next() {
        return switch (length) {
            case QUARTER -> new UtcPeriod(length, start.plusMinutes(MINUTES_PER_QUARTER));
            case DAY -> new UtcPeriod(length, start.plusDays(1));
            case MONTH -> new UtcPeriod(length, start.plusMonths(1));
        };
    }

    /** 2012-08-24T09:15, 2012-08-24 or 2012-08. */
    String key() {
        return switch (length) {
            case QUARTER -> start.toString();
            case DAY -> start.toLocalDate().toString();
            case MONTH -> YearMonth.from(start).toString();
        };
    }
}
