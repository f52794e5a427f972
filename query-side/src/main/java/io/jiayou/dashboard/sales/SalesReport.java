package io.jiayou.dashboard.sales;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sums of sales, one row per key and currency.
 *
 * @param rows by key, then currency
 * @param totals the sum of all rows per currency, by currency
 */
record SalesReport(List<Row> rows, List<Total> totals) {

    /**
     * The sales of an hour, a day, a station or a grade, in one currency.
     *
     * @param key the hour (2012-08-24T09:00+08:00), the day (2012-08-24), the station's id or the grade
     * @param stationName by station, what that one is called now; absent if no name is known
     * @param currency ISO 4217
     * @param amount what the fuel cost, minor units of the currency
     * @param volumeMl millilitres dispensed
     * @param orders how many orders were completed
     */
    @Schema(name = "SalesRow")
    record Row(String key, @Nullable String stationName, String currency, long amount, long volumeMl, long orders) {

        Row(String key, String currency, long amount, long volumeMl, long orders) {
            this(key, null, currency, amount, volumeMl, orders);
        }

        private Row called(@Nullable String name) {
            return new Row(key, name, currency, amount, volumeMl, orders);
        }
    }

    /**
     * All sales in one currency.
     *
     * @param currency ISO 4217
     * @param amount what the fuel cost, minor units of the currency
     * @param volumeMl millilitres dispensed
     * @param orders how many orders were completed
     */
    @Schema(name = "SalesTotal")
    record Total(String currency, long amount, long volumeMl, long orders) {
        private Total plus(Total other) {
            return new Total(
                    currency,
                    Math.addExact(amount, other.amount),
                    Math.addExact(volumeMl, other.volumeMl),
                    Math.addExact(orders, other.orders));
        }
    }

    /** One cell of the sums under the key of its row. */
    record Keyed(String key, SalesCell cell) {}

    static SalesReport of(List<Keyed> cells) {
        Map<String, Map<String, Total>> sums = new TreeMap<>();
        Map<String, Total> totals = new TreeMap<>();
        for (Keyed keyed : cells) {
            Total sum = sum(keyed.cell());
            sums.computeIfAbsent(keyed.key(), key -> new TreeMap<>()).merge(sum.currency(), sum, Total::plus);
            totals.merge(sum.currency(), sum, Total::plus);
        }
        List<Row> rows = sums.entrySet().stream()
                .flatMap(entry -> entry.getValue().values().stream().map(sum -> row(entry.getKey(), sum)))
                .collect(Collectors.toList());
        return new SalesReport(rows, List.copyOf(totals.values()));
    }

    Set<String> keys() {
        return rows.stream().map(Row::key).collect(Collectors.toSet());
    }

    /** The same sums, whose keys are ids of stations, with what these are called. */
    SalesReport called(Map<String, String> names) {
        return new SalesReport(
                rows.stream().map(row -> row.called(names.get(row.key()))).toList(), totals);
    }

    private static Total sum(SalesCell cell) {
        return new Total(cell.currency(), cell.amount(), cell.volumeMl(), cell.orders());
    }

    private static Row row(String key, Total sum) {
        return new Row(key, sum.currency(), sum.amount(), sum.volumeMl(), sum.orders());
    }
}
