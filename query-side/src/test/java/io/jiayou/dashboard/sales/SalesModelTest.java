package io.jiayou.dashboard.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.testing.Recorded;
import io.jiayou.values.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesModelTest {

    private static final String TIMES = "TIMES_OF_DAY/2012-08-24/0";

    private final SalesModel model = new SalesModel();

    private static OrderCompleted sale(String station, String grade, long amount, String currency, String at) {
        return new OrderCompleted(
                "o", "d", station, null, grade, 1_000, new Money(amount, currency), Instant.parse(at));
    }

    @Test
    void putsASaleIntoADocumentOfEachLayout() {
        OrderCompleted sale = sale("s1", "95#", 100, "CZK", "2012-08-24T09:20:00Z");

        assertThat(model.documentsOf(sale))
                .containsExactly(
                        TIMES,
                        "STATIONS_OF_QUARTER/2012-08-24T09:15/0",
                        "STATIONS_OF_DAY/2012-08-24/" + Math.floorMod("s1".hashCode(), 16),
                        "STATIONS_OF_MONTH/2012-08/" + Math.floorMod("s1".hashCode(), 16));
    }

    @Test
    void takesSalesOfYearsThatSortAsTexts() {
        assertThat(model.documentsOf(sale("s1", "95#", 1, "CZK", "0000-01-01T00:00:00Z")))
                .contains("TIMES_OF_DAY/0000-01-01/0");
        assertThat(model.documentsOf(sale("s1", "95#", 1, "CZK", "9999-12-31T23:59:59Z")))
                .contains("TIMES_OF_DAY/9999-12-31/0");
        for (String moment : List.of("-0001-12-31T23:59:59Z", "+10000-01-01T00:00:00Z")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.documentsOf(sale("s1", "95#", 1, "CZK", moment)));
        }
    }

    @Test
    void countsNothingButCompletedOrders() {
        assertThat(model.documentsOf(new OrderCancelled("o", CancellationReason.BY_DRIVER, Instant.EPOCH)))
                .isEmpty();
    }

    @Test
    void addsUpPerQuarterGradeAndCurrency() {
        SalesDocument day = Recorded.events(
                        sale("s1", "95#", 100, "CZK", "2012-08-24T09:20:00Z"),
                        sale("s2", "95#", 50, "CZK", "2012-08-24T09:29:59Z"),
                        sale("s1", "95#", 7, "EUR", "2012-08-24T09:20:00Z"),
                        sale("s1", "0#", 11, "CZK", "2012-08-24T09:20:00Z"),
                        sale("s1", "95#", 13, "CZK", "2012-08-24T09:30:00Z"))
                .view(model, TIMES);

        assertThat(day.cells())
                .containsExactly(
                        new SalesCell(37, "95#", null, "CZK", 150, 2_000, 2),
                        new SalesCell(37, "95#", null, "EUR", 7, 1_000, 1),
                        new SalesCell(37, "0#", null, "CZK", 11, 1_000, 1),
                        new SalesCell(38, "95#", null, "CZK", 13, 1_000, 1));
        assertThat(day.period()).isEqualTo("2012-08-24");
    }

    @Test
    void addsUpPerStationAndCurrency() {
        SalesDocument quarter = Recorded.events(
                        sale("s1", "95#", 100, "CZK", "2012-08-24T09:20:00Z"),
                        sale("s2", "95#", 50, "CZK", "2012-08-24T09:20:00Z"),
                        sale("s1", "0#", 11, "CZK", "2012-08-24T09:20:00Z"))
                .view(model, "STATIONS_OF_QUARTER/2012-08-24T09:15/0");

        assertThat(quarter.cells())
                .containsExactly(
                        new SalesCell(null, null, "s1", "CZK", 111, 2_000, 2),
                        new SalesCell(null, null, "s2", "CZK", 50, 1_000, 1));
    }
}
