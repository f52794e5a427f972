package io.jiayou.dashboard.sales;

import com.mongodb.client.MongoCollection;
import io.jiayou.dashboard.sales.SalesReport.Keyed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Reads the sums of a range from as few documents as hold them. */
record SalesSums(MongoCollection<SalesDocument> sales, ZoneId business) {

    SalesReport by(SalesBy by, SalesRange range) {
        List<Keyed> cells = new ArrayList<>();
        if (by == SalesBy.STATION) {
            for (Bson filter : SalesFilters.stations(range)) {
                sales.find(filter).forEach(document -> document.cells()
                        .forEach(cell -> cells.add(new Keyed(Objects.requireNonNull(cell.stationId()), cell))));
            }
        } else {
            sales.find(SalesFilters.times(range)).forEach(day -> cells.addAll(timesOf(day, by, range)));
        }
        return SalesReport.of(cells);
    }

    private List<Keyed> timesOf(SalesDocument day, SalesBy by, SalesRange range) {
        Instant midnight = midnight(day);
        if (midnight == null) {
            return range.from() == null ? ofNoDay(day, by) : List.of();
        }
        List<Keyed> cells = new ArrayList<>();
        for (SalesCell cell : day.cells()) {
            int quarter = Objects.requireNonNull(cell.quarter());
            Instant start = midnight.plus((long) quarter * UtcPeriod.MINUTES_PER_QUARTER, ChronoUnit.MINUTES);
            if (range.contains(start)) {
                cells.add(new Keyed(key(by, start, cell), cell));
            }
        }
        return cells;
    }

    private static @Nullable Instant midnight(SalesDocument day) {
        try {
            return LocalDate.parse(day.period()).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException cutOff) {
            return null;
        }
    }

    /**
     * Sales of a year before 0 that were folded when names of periods were cut off: they come before every range with a
     * beginning, and until the model is rebuilt nothing tells their days and hours apart.
     */
    private static List<Keyed> ofNoDay(SalesDocument day, SalesBy by) {
        return day.cells().stream()
                .map(cell -> new Keyed(by == SalesBy.GRADE ? Objects.requireNonNull(cell.grade()) : day.period(), cell))
                .toList();
    }

    private String key(SalesBy by, Instant start, SalesCell cell) {
        ZonedDateTime local = start.atZone(business);
        return switch (by) {
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toOffsetDateTime().toString();
            case DAY -> local.toLocalDate().toString();
            case GRADE -> Objects.requireNonNull(cell.grade());
            case STATION -> throw new IllegalArgumentException("times don't tell stations apart");
        };
    }
}
