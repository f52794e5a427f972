package io.jiayou.station.nearby;

import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A price that holds, or will hold.
 *
 * @param holdsFrom from when it holds
 */
public record HeldPrice(String grade, UnitPrice unitPrice, Instant holdsFrom) {

    private static final Comparator<HeldPrice> BY_GRADE_AND_MOMENT =
            Comparator.comparing(HeldPrice::grade).thenComparing(HeldPrice::holdsFrom);

    /**
     * The prices after one more was set. It replaces one of its grade that holds from the same moment; those of its
     * grade that no moment from now on can see any more are left out.
     */
    static List<HeldPrice> after(List<HeldPrice> prices, HeldPrice set, Instant now) {
        Stream<HeldPrice> others = prices.stream().filter(price -> !price.holdsLike(set));
        List<HeldPrice> all = Stream.concat(others, Stream.of(set))
                .sorted(BY_GRADE_AND_MOMENT)
                .toList();
        Instant since = current(all, set.grade, now).map(HeldPrice::holdsFrom).orElse(Instant.MIN);
        return all.stream()
                .filter(price -> !price.grade.equals(set.grade) || !price.holdsFrom.isBefore(since))
                .toList();
    }

    /** The price of a grade at a moment; none if none holds yet. */
    static Optional<HeldPrice> current(List<HeldPrice> prices, String grade, Instant at) {
        return prices.stream()
                .filter(price -> price.grade.equals(grade) && !price.holdsFrom.isAfter(at))
                .max(Comparator.comparing(HeldPrice::holdsFrom));
    }

    /** The price of each grade at a moment, by grade. */
    static List<HeldPrice> current(List<HeldPrice> prices, Instant at) {
        return prices.stream()
                .map(HeldPrice::grade)
                .distinct()
                .flatMap(grade -> current(prices, grade, at).stream())
                .toList();
    }

    private boolean holdsLike(HeldPrice other) {
        return grade.equals(other.grade) && holdsFrom.equals(other.holdsFrom);
    }
}
