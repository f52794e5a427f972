package io.jiayou.dashboard.sales;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Which documents hold the sales of a range. */
final class SalesFilters {

    // Longer ranges are read by their ends: naming each of their days would cost more than it saves.
    private static final Duration MOST_NAMED_DAYS = Duration.ofDays(400);

    private SalesFilters() {}

    /** The days that the range touches, at its ends perhaps in part. */
    static Bson times(SalesRange range) {
        Instant from = range.from();
        Instant to = range.to();
        if (from == null || to == null || Duration.between(from, to).compareTo(MOST_NAMED_DAYS) > 0) {
            return between(
                    SalesLayout.TIMES_OF_DAY,
                    from == null ? null : UtcPeriod.of(UtcPeriod.Length.DAY, from),
                    to == null ? null : UtcPeriod.of(UtcPeriod.Length.DAY, to).next());
        }
        return named(SalesLayout.TIMES_OF_DAY, UtcPeriod.days(from, to));
    }

    /** Periods that together are the range: months in its middle, and what is shorter at its ends. */
    static List<Bson> stations(SalesRange range) {
        Instant from = range.from();
        Instant to = range.to();
        Instant firstMonth = from == null
                ? Instant.MIN
                : UtcPeriod.startingAtOrAfter(UtcPeriod.Length.MONTH, from).begin();
        Instant endMonth = to == null
                ? Instant.MAX
                : UtcPeriod.of(UtcPeriod.Length.MONTH, to).begin();
        if (from != null && to != null && firstMonth.isAfter(endMonth)) {
            return named(UtcPeriod.covering(from, to));
        }
        List<Bson> filters = new ArrayList<>();
        filters.addAll(from == null ? List.of() : named(UtcPeriod.covering(from, firstMonth)));
        filters.addAll(to == null ? List.of() : named(UtcPeriod.covering(endMonth, to)));
        filters.add(between(
                SalesLayout.STATIONS_OF_MONTH,
                from == null ? null : UtcPeriod.of(UtcPeriod.Length.MONTH, firstMonth),
                to == null ? null : UtcPeriod.of(UtcPeriod.Length.MONTH, endMonth)));
        return filters;
    }

    private static List<Bson> named(List<UtcPeriod> periods) {
        return periods.stream().collect(Collectors.groupingBy(UtcPeriod::length)).entrySet().stream()
                .map(entry -> named(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Bson named(UtcPeriod.Length length, List<UtcPeriod> periods) {
        return switch (length) {
            case QUARTER -> named(SalesLayout.STATIONS_OF_QUARTER, periods);
            case DAY -> named(SalesLayout.STATIONS_OF_DAY, periods);
            case MONTH -> named(SalesLayout.STATIONS_OF_MONTH, periods);
        };
    }

    private static Bson named(SalesLayout layout, List<UtcPeriod> periods) {
        return Filters.in("_id", periods.stream().flatMap(layout::idsOf).toList());
    }

    private static Bson between(SalesLayout layout, @Nullable UtcPeriod first, @Nullable UtcPeriod end) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(Filters.eq(SalesModel.LAYOUT, layout.name()));
        if (first != null) {
            conditions.add(Filters.gte(SalesModel.PERIOD, first.key()));
        }
        if (end != null) {
            conditions.add(Filters.lt(SalesModel.PERIOD, end.key()));
        }
        return Filters.and(conditions);
    }
}
