package io.jiayou.dashboard.sales;

import io.jiayou.order.events.OrderCompleted;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sum of sales. Which of quarter, grade and station it has depends on the document's {@link SalesLayout}.
 *
 * @param quarter the quarter of an hour of the UTC day, 0 to 95
 * @param amount minor units of the currency
 * @param volumeMl millilitres
 * @param orders how many orders
 */
public record SalesCell(
        @Nullable Integer quarter,
        @Nullable String grade,
        @Nullable String stationId,
        String currency,
        long amount,
        long volumeMl,
        long orders) {

    static SalesCell ofTime(int quarter, OrderCompleted sale) {
        return of(quarter, sale.grade(), null, sale);
    }

    static SalesCell ofStation(OrderCompleted sale) {
        return of(null, null, sale.stationId(), sale);
    }

    boolean isLike(SalesCell other) {
        return Objects.equals(quarter, other.quarter)
                && Objects.equals(grade, other.grade)
                && Objects.equals(stationId, other.stationId)
                && currency.equals(other.currency);
    }

    /** The sum of two cells that are alike. */
    SalesCell plus(SalesCell other) {
        return new SalesCell(
                quarter,
                grade,
                stationId,
                currency,
                Math.addExact(amount, other.amount),
                Math.addExact(volumeMl, other.volumeMl),
                Math.addExact(orders, other.orders));
    }

    private static SalesCell of(
            @Nullable Integer quarter, @Nullable String grade, @Nullable String stationId, OrderCompleted sale) {
        return new SalesCell(
                quarter, grade, stationId, sale.total().currency(), sale.total().amount(), sale.volumeMl(), 1);
    }
}
