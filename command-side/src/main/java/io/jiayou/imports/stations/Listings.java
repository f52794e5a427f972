package io.jiayou.imports.stations;

import io.jiayou.imports.Refusal;
import io.jiayou.imports.Tally;
import io.jiayou.values.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stations of a file; what is listed twice is merged. In whatever order a file lists them, they are the same. */
final class Listings {

    private final Tally tally;
    private final List<Listing> all = new ArrayList<>();
    private final List<Listing> stations = new ArrayList<>();
    /** Which stations are at certain coordinates, and which of a certain name are in a certain cell. */
    private final Map<Object, List<Integer>> candidates = new HashMap<>();

    private long comparisons;

    private record NameInCell(String core, Cell cell) {}

    /** @param tally is told which features were merged into which, and whose ids aren't their own */
    Listings(Tally tally) {
        this.tally = tally;
    }

    void add(Listing listing) {
        all.add(listing);
    }

    /** In the order of the file. To be called once, when all are added. */
    List<Listing> merged() {
        all.sort(Listing.MOST_TELLING_FIRST);
        all.forEach(this::merge);
        Map<String, Long> owners = stations.stream()
                .map(it -> it.place().id())
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        return stations.stream()
                .map(it -> withOwnIdOnly(it, owners))
                .sorted(Comparator.comparing(
                        it -> Objects.requireNonNull(it.place().spot().feature())))
                .toList();
    }

    /** How often two listings were compared: in proportion to their number, whatever their names are. */
    long comparisons() {
        return comparisons;
    }

    private Listing withOwnIdOnly(Listing station, Map<String, Long> owners) {
        String id = station.place().id();
        if (id == null || Text.isVisible(id) && owners.getOrDefault(id, 0L) == 1) {
            return station;
        }
        tally.remark(station.place().spot(), Refusal.ID_NOT_OWN.because("id \"{0}\"", id));
        return station.withoutOwnId();
    }

    private void merge(Listing listing) {
        List<Object> keys = keys(listing);
        Integer same = nearestSame(listing, keys);
        if (same == null) {
            int index = stations.size();
            stations.add(listing);
            keys.stream().limit(2).forEach(key -> candidates
                    .computeIfAbsent(key, any -> new ArrayList<>())
                    .add(index));
            return;
        }
        Listing kept = stations.get(same);
        tally.merge(
                listing.place().spot(),
                kept.place().spot(),
                listing.place().name() + " = " + kept.place().name());
        stations.set(same, kept.completedBy(listing));
    }

    /** Under which keys the same station can be: its coordinates first, then its own cell, then those beside it. */
    private static List<Object> keys(Listing listing) {
        List<Object> keys = new ArrayList<>();
        keys.add(listing.place().location());
        if (!listing.name().core().isEmpty()) {
            Cell.around(listing.place().location())
                    .forEach(cell -> keys.add(new NameInCell(listing.name().core(), cell)));
        }
        return keys;
    }

    private @Nullable Integer nearestSame(Listing listing, List<Object> keys) {
        Integer nearest = null;
        for (Object key : keys) {
            for (int index : candidates.getOrDefault(key, List.of())) {
                comparisons++;
                Listing station = stations.get(index);
                if (station.isSameAs(listing)
                        && (nearest == null || listing.metresTo(station) < listing.metresTo(stations.get(nearest)))) {
                    nearest = index;
                }
            }
        }
        return nearest;
    }
}
