package io.jiayou.dashboard.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.dashboard.sales.SalesReport.Row;
import io.jiayou.dashboard.sales.SalesReport.Total;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.testing.Documents;
import io.jiayou.values.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SalesSumsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-02-20T00:00:00Z");

    private final Documents<SalesDocument> documents = Documents.of(new SalesModel());
    private final Random random = new Random(11);

    @AfterEach
    void close() {
        documents.close();
    }

    private static OrderCompleted sale(String station, String grade, long amount, String currency, Instant at) {
        return new OrderCompleted("o", "d", station, 1, grade, amount / 7, new Money(amount, currency), at);
    }

    private SalesReport by(SalesBy by, @Nullable String from, @Nullable String to, ZoneId zone) {
        return new SalesSums(documents.collection(), zone).by(by, SalesRange.read(from, to, zone));
    }

    @Test
    void takesADaysSalesByTheBusinessZone() {
        documents.record(
                START,
                sale("s1", "92#", 700, "CNY", Instant.parse("2026-02-28T15:59:59.999Z")),
                sale("s1", "92#", 70, "CNY", Instant.parse("2026-02-28T16:00:00Z")),
                sale("s2", "95#", 7, "EUR", Instant.parse("2026-03-01T15:59:59Z")));

        SalesReport report = by(SalesBy.DAY, "2026-03-01", "2026-03-01", SHANGHAI);

        assertThat(report.rows())
                .containsExactly(new Row("2026-03-01", "CNY", 70, 10, 1), new Row("2026-03-01", "EUR", 7, 1, 1));
        assertThat(report.totals()).containsExactly(new Total("CNY", 70, 10, 1), new Total("EUR", 7, 1, 1));
    }

    @Test
    void namesHoursWithTheirOffset() {
        documents.record(START, sale("s1", "92#", 700, "CNY", Instant.parse("2026-03-01T01:29:59Z")));

        assertThat(by(SalesBy.HOUR, null, null, SHANGHAI).rows())
                .extracting(Row::key)
                .containsExactly("2026-03-01T09:00+08:00");
        assertThat(by(SalesBy.HOUR, null, null, ZoneId.of("Asia/Kolkata")).rows())
                .extracting(Row::key)
                .containsExactly("2026-03-01T06:00+05:30");
    }

    /** Such sales were stored before there were limits; the fold stops at them, and says so, instead of mixing up periods. */
    @Test
    void takesNoSaleOfAnotherAge() {
        for (String at : List.of("-0001-01-05T08:41:00Z", "+12345-01-05T08:41:00Z")) {
            OrderCompleted sale = sale("s1", "92#", 700, "CNY", Instant.parse(at));

            assertThatThrownBy(() -> documents.record(START, sale)).hasMessageContaining("another age");
        }
    }

    /** As they were folded before names of periods were whole. */
    @Test
    void tellsSalesWhosePeriodWasCutOff() {
        String period = "-0001-01-0";
        documents
                .collection()
                .insertOne(new SalesDocument(
                        "TIMES_OF_DAY/" + period + "/0",
                        SalesLayout.TIMES_OF_DAY,
                        period,
                        List.of(new SalesCell(3, "92#", null, "CNY", 700, 100, 1)),
                        0));

        assertThat(by(SalesBy.DAY, null, null, SHANGHAI).rows()).containsExactly(new Row(period, "CNY", 700, 100, 1));
        assertThat(by(SalesBy.HOUR, null, null, SHANGHAI).rows()).containsExactly(new Row(period, "CNY", 700, 100, 1));
        assertThat(by(SalesBy.GRADE, null, "2026-03-01", SHANGHAI).rows())
                .containsExactly(new Row("92#", "CNY", 700, 100, 1));
        assertThat(by(SalesBy.DAY, "2012-01-01", null, SHANGHAI).rows()).isEmpty();
    }

    @Test
    void isEmptyWithoutSales() {
        for (SalesBy by : SalesBy.values()) {
            assertThat(by(by, null, null, SHANGHAI)).isEqualTo(new SalesReport(List.of(), List.of()));
            assertThat(by(by, "2026-03-01", "2026-03-05", SHANGHAI)).isEqualTo(new SalesReport(List.of(), List.of()));
        }
    }

    @Test
    void equalsTheSumOverAllSalesInAnyRangeAndZone() {
        List<OrderCompleted> sales = someSales(1_500);
        documents.record(START, sales);
        List<ZoneId> zones = List.of(
                SHANGHAI,
                ZoneId.of("Asia/Kathmandu"),
                ZoneId.of("America/New_York"),
                ZoneOffset.UTC,
                ZoneId.of("Asia/Kolkata"));
        int rows = 0;
        for (int round = 0; round < 150; round++) {
            ZoneId zone = zones.get(random.nextInt(zones.size()));
            SalesRange range = someRange(zone);
            SalesBy by = SalesBy.values()[random.nextInt(SalesBy.values().length)];

            SalesReport report = new SalesSums(documents.collection(), zone).by(by, range);

            assertThat(report.rows()).as("%s by %s in %s", range, by, zone).isEqualTo(summed(sales, by, range, zone));
            assertThat(report.totals()).isEqualTo(totals(report.rows()));
            rows += report.rows().size();
        }
        assertThat(rows).isGreaterThan(3_000);
    }

    @Test
    void readsFewDocumentsForAMonth() {
        List<OrderCompleted> sales = new ArrayList<>();
        for (int number = 0; number < 5_000; number++) {
            sales.add(sale("s" + number % 200, "92#", 100, "CNY", START.plusSeconds(number * 2_400L)));
        }
        documents.record(START, sales);
        for (SalesBy by : SalesBy.values()) {
            long before = documents.visited();

            SalesReport report = by(by, "2026-03-01", "2026-03-31", SHANGHAI);

            assertThat(report.totals()).containsExactly(new Total("CNY", 111_600, 15_624, 1_116));
            assertThat(documents.visited() - before).isLessThanOrEqualTo(by == SalesBy.STATION ? 30 * 16 + 96 : 32);
        }
    }

    private List<OrderCompleted> someSales(int count) {
        List<String> currencies = List.of("CNY", "EUR");
        List<String> grades = List.of("92#", "95#", "0#");
        List<OrderCompleted> sales = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            sales.add(sale(
                    "s" + random.nextInt(30),
                    grades.get(random.nextInt(grades.size())),
                    1 + random.nextInt(100_000),
                    currencies.get(random.nextInt(currencies.size())),
                    START.plusSeconds(random.nextInt((int) Duration.ofDays(100).toSeconds()))));
        }
        return sales;
    }

    private SalesRange someRange(ZoneId zone) {
        if (random.nextBoolean()) {
            LocalDate from = LocalDate.parse("2026-02-15").plusDays(random.nextInt(100));
            LocalDate to = from.plusDays(random.nextInt(90));
            return SalesRange.read(
                    random.nextInt(4) == 0 ? null : from.toString(),
                    random.nextInt(4) == 0 ? null : to.toString(),
                    zone);
        }
        Instant from = START.plus(15L * random.nextInt(96 * 100), ChronoUnit.MINUTES);
        return new SalesRange(from, from.plus(15L * random.nextInt(96 * 70), ChronoUnit.MINUTES));
    }

    private static List<Row> summed(List<OrderCompleted> sales, SalesBy by, SalesRange range, ZoneId zone) {
        Map<List<String>, Row> rows = new HashMap<>();
        for (OrderCompleted sale : sales) {
            if (range.contains(sale.at())) {
                Row row = new Row(
                        key(sale, by, zone),
                        sale.total().currency(),
                        sale.total().amount(),
                        sale.volumeMl(),
                        1);
                rows.merge(List.of(row.key(), row.currency()), row, SalesSumsTest::plus);
            }
        }
        return rows.values().stream()
                .sorted(Comparator.comparing(Row::key).thenComparing(Row::currency))
                .toList();
    }

    private static Row plus(Row one, Row other) {
        return new Row(
                one.key(),
                one.currency(),
                one.amount() + other.amount(),
                one.volumeMl() + other.volumeMl(),
                one.orders() + other.orders());
    }

    private static String key(OrderCompleted sale, SalesBy by, ZoneId zone) {
        return switch (by) {
            case STATION -> sale.stationId();
            case GRADE -> sale.grade();
            case DAY -> LocalDate.ofInstant(sale.at(), zone).toString();
            case HOUR ->
                sale.at()
                        .atZone(zone)
                        .truncatedTo(ChronoUnit.HOURS)
                        .toOffsetDateTime()
                        .toString();
        };
    }

    private static List<Total> totals(List<Row> rows) {
        Map<String, Total> totals = new HashMap<>();
        for (Row row : rows) {
            Total total = totals.getOrDefault(row.currency(), new Total(row.currency(), 0, 0, 0));
            totals.put(
                    row.currency(),
                    new Total(
                            row.currency(),
                            total.amount() + row.amount(),
                            total.volumeMl() + row.volumeMl(),
                            total.orders() + row.orders()));
        }
        return totals.values().stream()
                .sorted(Comparator.comparing(Total::currency))
                .toList();
    }
}
