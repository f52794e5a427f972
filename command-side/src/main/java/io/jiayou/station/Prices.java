package io.jiayou.station;

import io.jiayou.station.events.PriceSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The prices of one grade.
 *
 * @param ordered by the moment from which they hold; of those for one moment only the one that became known last
 */
public record Prices(List<PriceSet> ordered) {

    /** Before the first price. */
    static final Prices NONE = new Prices(List.of());

    /** The price that holds at a moment as far as is known now: the one that holds from the latest moment not after it. */
    public Optional<PriceSet> at(Instant moment) {
        int later = firstAfter(moment);
        return later == 0 ? Optional.empty() : Optional.of(ordered.get(later - 1));
    }

    /** Whether a price is already set for exactly its moment. */
    public boolean contain(PriceSet price) {
        return at(price.holdsFrom())
                .filter(known -> known.holdsFrom().equals(price.holdsFrom()))
                .filter(known -> known.price().equals(price.price()))
                .isPresent();
    }

    Prices with(PriceSet price) {
        List<PriceSet> copy = new ArrayList<>(ordered.size() + 1);
        copy.addAll(ordered);
        int place = firstAfter(price.holdsFrom());
        if (place > 0 && copy.get(place - 1).holdsFrom().equals(price.holdsFrom())) {
            copy.set(place - 1, price);
        } else {
            copy.add(place, price);
        }
        return new Prices(Collections.unmodifiableList(copy));
    }

    private int firstAfter(Instant moment) {
        int from = 0;
        int to = ordered.size();
        while (from < to) {
            int middle = (from + to) / 2;
            if (ordered.get(middle).holdsFrom().isAfter(moment)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }
}
