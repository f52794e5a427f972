package io.jiayou.dashboard.sales;

import io.jiayou.order.events.OrderCompleted;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The kinds of documents that hold sales. Each sale is in one document of each kind, so that any range of time is
 * answered from a few: of times and grades by day, of stations by the largest periods that fit into the range. All
 * periods are UTC, since the business zone may change and sums may not; every zone's offset is a whole number of
 * quarters of an hour (since 1972).
 */
public enum SalesLayout {
    /** A day's sums by quarter of an hour and grade, all stations together. */
    TIMES_OF_DAY(UtcPeriod.Length.DAY, 1),
    /** A quarter of an hour's sums by station. */
    STATIONS_OF_QUARTER(UtcPeriod.Length.QUARTER, 1),
    /** A day's sums by station. */
    STATIONS_OF_DAY(UtcPeriod.Length.DAY, 16),
    /** A month's sums by station. */
    STATIONS_OF_MONTH(UtcPeriod.Length.MONTH, 16);

    /** Years have four digits, so that periods sort as texts. */
    private static final int LAST_YEAR = 9_999;

    private final UtcPeriod.Length length;
    private final int shares;

    /**
     * @param shares how many documents share a period's stations, so that a sale rewrites no large document
     */
    SalesLayout(UtcPeriod.Length length, int shares) {
        this.length = length;
        this.shares = shares;
    }

    String idOf(OrderCompleted sale) {
        return id(periodOf(sale), Math.floorMod(sale.stationId().hashCode(), shares));
    }

    /** All documents of a period. */
    Stream<String> idsOf(UtcPeriod period) {
        return IntStream.range(0, shares).mapToObj(share -> id(period.key(), share));
    }

    private String id(String period, int share) {
        return name() + '/' + period + '/' + share;
    }

    static SalesLayout ofId(String id) {
        return valueOf(id.substring(0, id.indexOf('/')));
    }

    /** @throws IllegalArgumentException for a year that no period has */
    String periodOf(OrderCompleted sale) {
        int year = sale.at().atOffset(ZoneOffset.UTC).getYear();
        if (year < 0 || year > LAST_YEAR) {
            throw new IllegalArgumentException("a sale of another age");
        }
        return UtcPeriod.of(length, sale.at()).key();
    }

    SalesCell cellOf(OrderCompleted sale) {
        return this == TIMES_OF_DAY
                ? SalesCell.ofTime(UtcPeriod.quarterOfDay(sale.at()), sale)
                : SalesCell.ofStation(sale);
    }
}
