package io.jiayou.audit.report;

import io.jiayou.values.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts and sums per kind and currency. */
final class Totals {

    private record Sum(long count, BigInteger amount) {}

    private record Key(String what, String currency) {}

    private final Map<String, Sum> sums = new TreeMap<>();
    private final Map<String, Key> keys = new TreeMap<>();

    void add(String what, Money money) {
        String key = what + " " + money.currency();
        keys.putIfAbsent(key, new Key(what, money.currency()));
        sums.merge(
                key,
                new Sum(1, BigInteger.valueOf(money.amount())),
                (one, other) -> new Sum(one.count + other.count, one.amount.add(other.amount)));
    }

    /** One line per kind and currency; one that says none where there is nothing. */
    List<Line> lines(String section) {
        if (sums.isEmpty()) {
            return List.of(Line.sum(section, "none", 0, "", ""));
        }
        return sums.entrySet().stream()
                .map(sum -> {
                    Key key = keys.getOrDefault(sum.getKey(), new Key("", ""));
                    return Line.sum(
                            section,
                            key.what,
                            sum.getValue().count,
                            major(sum.getValue().amount, key.currency),
                            key.currency);
                })
                .toList();
    }

    /** In major units, as the currency writes them. */
    static String major(BigInteger minor, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return new BigDecimal(minor, digits).toPlainString();
    }
}
