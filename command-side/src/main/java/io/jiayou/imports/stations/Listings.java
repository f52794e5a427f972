package io.jiayou.imports.stations;

import io.jiayou.imports.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stations of a file; what is listed twice is merged. */
final class Listings {

    private final Tally tally;
    /** By what a listing of the same station must share with it: the name's core or the coordinates. */
    private final Map<Object, List<Integer>> candidates = new HashMap<>();

    private final List<Listing> stations = new ArrayList<>();

    /** @param tally is told which lines were merged into which */
    Listings(Tally tally) {
        this.tally = tally;
    }

    void add(Listing listing) {
        Optional<Integer> same = sameAs(listing);
        int index = same.orElse(stations.size());
        if (same.isPresent()) {
            stations.set(index, merged(stations.get(index), listing));
        } else {
            stations.add(listing);
        }
        candidates
                .computeIfAbsent(listing.name().core(), key -> new ArrayList<>())
                .add(index);
        candidates
                .computeIfAbsent(listing.place().location(), key -> new ArrayList<>())
                .add(index);
    }

    /** By their ids, in the order of the file. */
    Map<String, Listing> byId() {
        Map<String, Listing> byId = new LinkedHashMap<>();
        for (Listing station : stations) {
            String id = Listing.stationId(station.key());
            byId.put(byId.containsKey(id) ? Listing.stationId(station.keyWithPlace()) : id, station);
        }
        return byId;
    }

    private Optional<Integer> sameAs(Listing listing) {
        for (Object key : List.of(listing.place().location(), listing.name().core())) {
            for (int index : candidates.getOrDefault(key, List.of())) {
                if (stations.get(index).isSameAs(listing)) {
                    return Optional.of(index);
                }
            }
        }
        return Optional.empty();
    }

    private Listing merged(Listing before, Listing listing) {
        boolean better = listing.completeness() > before.completeness();
        Listing kept = better ? listing : before;
        Listing dropped = better ? before : listing;
        tally.merge(
                dropped.place().line(),
                kept.place().line(),
                dropped.place().name() + " = " + kept.place().name());
        return kept.completedBy(dropped);
    }
}
