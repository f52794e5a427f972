package io.jiayou.audit.report;

import io.jiayou.values.Money;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts and sums per kind and currency. */
final class Totals {

    private record Sum(What what, long count, BigInteger amount) {}

    private record Key(String what, String currency) {}

    private final Map<Key, Sum> sums =
            new TreeMap<>(Comparator.comparing(Key::what).thenComparing(Key::currency));

    void add(What what, Money money) {
        sums.merge(
                new Key(what.code(), money.currency()),
                new Sum(what, 1, BigInteger.valueOf(money.amount())),
                (one, other) -> new Sum(what, one.count + other.count, one.amount.add(other.amount)));
    }

    /** One line per kind and currency; one that says none where there is nothing. */
    List<Line> lines(Section section) {
        if (sums.isEmpty()) {
            return List.of(Line.none(section));
        }
        return sums.entrySet().stream()
                .map(entry -> {
                    Sum sum = entry.getValue();
                    Figure amount = Figure.of(sum.amount, entry.getKey().currency);
                    return Line.sum(section, sum.what, sum.count, amount);
                })
                .toList();
    }
}
