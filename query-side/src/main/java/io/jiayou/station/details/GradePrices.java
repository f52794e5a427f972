package io.jiayou.station.details;

import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one grade, seen from a moment and with the knowledge of a moment.
 *
 * @param grade the grade's code: 95#
 * @param current the price that holds; none if none holds yet
 * @param upcoming prices that hold from later on, soonest first
 * @param history the price that holds and those before it, latest first; among them corrections of each other
 */
record GradePrices(String grade, @Nullable Price current, List<Price> upcoming, List<Price> history) {

    /**
     * One price in both times.
     *
     * @param holdsFrom from when it holds
     * @param recordedAt since when it's known
     */
    record Price(UnitPrice unitPrice, Instant holdsFrom, Instant recordedAt) {
        private static Price of(SetPrice set) {
            return new Price(set.unitPrice(), set.holdsFrom(), set.recordedAt());
        }
    }

    // Of those that hold from one moment the one recorded last counts, so it comes last.
    private static final Comparator<SetPrice> BY_EFFECT =
            Comparator.comparing(SetPrice::holdsFrom).thenComparingLong(SetPrice::position);

    /**
     * The prices by grade.
     *
     * @param at the moment at which a price holds
     * @param knownAt what was recorded later than this is left out
     */
    static List<GradePrices> of(List<SetPrice> prices, Instant at, Instant knownAt) {
        return prices.stream()
                .filter(price -> !price.recordedAt().isAfter(knownAt))
                .collect(Collectors.groupingBy(SetPrice::grade, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(grade -> ofGrade(grade.getKey(), grade.getValue(), at))
                .toList();
    }

    private static GradePrices ofGrade(String grade, List<SetPrice> prices, Instant at) {
        List<Price> held = prices.stream()
                .filter(price -> !price.holdsFrom().isAfter(at))
                .sorted(BY_EFFECT.reversed())
                .map(Price::of)
                .toList();
        List<Price> upcoming = prices.stream()
                .filter(price -> price.holdsFrom().isAfter(at))
                .sorted(BY_EFFECT)
                .map(Price::of)
                .toList();
        return new GradePrices(grade, held.isEmpty() ? null : held.getFirst(), upcoming, held);
    }
}
