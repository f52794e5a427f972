package io.jiayou.dashboard.sales;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sales as they were beside what they would have been.
 *
 * @param rows by key, then currency
 * @param totals the sum of all rows per currency, by currency
 */
record SalesUnderRule(List<Row> rows, List<Total> totals) {

    /**
     * The sales of an hour, a day, a station or a grade, in one currency.
     *
     * @param key the hour (2012-08-24T09:00+08:00), the day (2012-08-24), the station's id or the grade
     * @param stationName by station, what that one is called now; absent if no name is known
     * @param currency ISO 4217
     * @param actual what they were, minor units of the currency
     * @param proposed what they would have been, minor units of the currency
     * @param difference what the rule would have added, or taken below zero, minor units of the currency
     * @param volumeMl millilitres, the same under both
     */
    @Schema(name = "SalesUnderRuleRow")
    record Row(
            String key,
            @Nullable String stationName,
            String currency,
            long actual,
            long proposed,
            long difference,
            long volumeMl) {}

    /**
     * All sales in one currency.
     *
     * @param currency ISO 4217
     * @param actual what they were, minor units of the currency
     * @param proposed what they would have been, minor units of the currency
     * @param difference what the rule would have added, or taken below zero, minor units of the currency
     */
    @Schema(name = "SalesUnderRuleTotal")
    record Total(String currency, long actual, long proposed, long difference) {}

    private record Key(String key, String currency) {}

    /** Both of the same events, by the same key: they have the same rows. */
    static SalesUnderRule of(SalesReport actual, SalesReport proposed) {
        Map<Key, SalesReport.Row> under =
                new TreeMap<>(Comparator.comparing(Key::key).thenComparing(Key::currency));
        proposed.rows().forEach(row -> under.put(new Key(row.key(), row.currency()), row));
        List<Row> rows = new ArrayList<>();
        Map<String, Total> totals = new TreeMap<>();
        for (SalesReport.Row was : actual.rows()) {
            SalesReport.@Nullable Row wouldBe = under.get(new Key(was.key(), was.currency()));
            if (wouldBe == null) {
                throw new IllegalStateException("a rule changes no volumes and no keys, and " + was.key() + " is gone");
            }
            long difference = Math.subtractExact(wouldBe.amount(), was.amount());
            rows.add(new Row(
                    was.key(),
                    was.stationName(),
                    was.currency(),
                    was.amount(),
                    wouldBe.amount(),
                    difference,
                    was.volumeMl()));
            totals.merge(
                    was.currency(),
                    new Total(was.currency(), was.amount(), wouldBe.amount(), difference),
                    SalesUnderRule::sum);
        }
        return new SalesUnderRule(rows, List.copyOf(totals.values()));
    }

    private static Total sum(Total one, Total other) {
        return new Total(
                one.currency,
                Math.addExact(one.actual, other.actual),
                Math.addExact(one.proposed, other.proposed),
                Math.addExact(one.difference, other.difference));
    }
}
