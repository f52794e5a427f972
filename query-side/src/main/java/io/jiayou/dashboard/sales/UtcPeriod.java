package io.jiayou.dashboard.sales;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
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
    private static final int TO_DAY = "2012-08-24".length();
    private static final int TO_MONTH = "2012-08".length();

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

    /** The quarter of an hour of an instant's UTC day, 0 to 95. */
    static int quarterOfDay(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).get(java.time.temporal.ChronoField.MINUTE_OF_DAY) / MINUTES_PER_QUARTER;
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

    Instant end() {
        return switch (length) {
            case QUARTER -> start.plusMinutes(MINUTES_PER_QUARTER).toInstant(ZoneOffset.UTC);
            case DAY -> start.plusDays(1).toInstant(ZoneOffset.UTC);
            case MONTH -> start.plusMonths(1).toInstant(ZoneOffset.UTC);
        };
    }

    /** 2012-08-24T09:15, 2012-08-24 or 2012-08. */
    String key() {
        return switch (length) {
            case QUARTER -> start.toString();
            case DAY -> start.toString().substring(0, TO_DAY);
            case MONTH -> start.toString().substring(0, TO_MONTH);
        };
    }
}
