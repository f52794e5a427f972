package io.jiayou.audit.report;

import io.jiayou.station.events.PriceSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which price a new one takes the place of: of the same station and grade, the one that was to hold from then on. */
final class PriceChanges {

    private record Place(String station, String grade) {}

    private final Map<Place, TreeMap<Instant, PriceSet>> known = new HashMap<>();

    /** Takes prices in the order in which they were set. */
    @Nullable
    PriceSet formerOf(PriceSet price) {
        TreeMap<Instant, PriceSet> prices =
                known.computeIfAbsent(new Place(price.stationId(), price.grade()), place -> new TreeMap<>());
        Map.Entry<Instant, PriceSet> former = prices.floorEntry(price.holdsFrom());
        prices.put(price.holdsFrom(), price);
        return former == null ? null : former.getValue();
    }
}
