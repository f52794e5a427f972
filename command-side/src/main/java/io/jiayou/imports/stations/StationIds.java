package io.jiayou.imports.stations;

import io.jiayou.ids.Ids;
import io.jiayou.station.Station;
import io.jiayou.station.events.StationDescription;
import io.jiayou.values.GeoPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells which stations of the system the listings of a file are, and gives new ones their ids. A station is the same one by
 * the feature's own id, else by brand and name within {@value Listing#NEAR_METRES} metres of where it is or was registered;
 * one without coordinates by brand, name and district. One without a name of its own is the same at the same coordinates
 * only. So the same name elsewhere is another station, and no station is ever moved by its name.
 */
final class StationIds {

    private final Function<String, Optional<Station>> stations;
    private final List<Looked> looked = Collections.synchronizedList(new ArrayList<>());

    /** What there is already that a listing can be, and which of its keys are free. */
    private record Looked(Listing listing, List<Known> known, int firstFree) {}

    /** @param metres how far from the listing; below zero where its own id says that it's the same */
    private record Known(String id, double metres) {}

    private record Pair(Listing listing, Known known) {}

    /** @param stations finds one by its id */
    StationIds(Function<String, Optional<Station>> stations) {
        this.stations = stations;
    }

    /** Looks for what is there already of a listing. Safe for use by many threads. */
    void look(Listing listing) {
        List<Known> known = new ArrayList<>();
        String ownId = listing.place().id();
        if (ownId != null && stations.apply(id(KeyOf.feature(ownId))).isPresent()) {
            looked.add(new Looked(listing, List.of(new Known(id(KeyOf.feature(ownId)), -1)), 0));
            return;
        }
        String sharedId = listing.place().sharedId();
        if (sharedId != null) {
            find(listing, KeyOf.feature(sharedId), true, known);
        }
        find(listing, KeyOf.place(listing), false, known);
        find(listing, KeyOf.coordinates(listing), false, known);
        int firstFree = 0;
        if (!listing.name().core().isEmpty()) {
            find(listing, KeyOf.name(listing), false, known);
            for (Cell cell : Cell.around(listing.place().location())) {
                int slots = 0;
                while (find(listing, KeyOf.slot(listing, cell, slots), false, known)) {
                    slots++;
                }
                firstFree = cell.equals(Cell.of(listing.place().location())) ? slots : firstFree;
            }
        }
        looked.add(new Looked(listing, known, firstFree));
    }

    /** All listings that were looked for by the ids of their stations, in the order of the file. */
    Map<String, Listing> given() {
        looked.sort(Comparator.comparing(Looked::listing, Listing.MOST_TELLING_FIRST));
        Map<Listing, String> ids = nearestFirst();
        Set<String> taken = new HashSet<>(ids.values());
        for (Looked it : looked) {
            if (!ids.containsKey(it.listing())) {
                String id = newId(it, taken);
                taken.add(id);
                ids.put(it.listing(), id);
            }
        }
        Map<String, Listing> byId = new LinkedHashMap<>();
        ids.entrySet().stream()
                .sorted(Comparator.comparing(
                        it -> Objects.requireNonNull(it.getKey().place().spot().feature())))
                .forEach(it -> byId.put(it.getValue(), it.getKey()));
        return byId;
    }

    /** Where two listings can be one station, it's the nearer one. */
    private Map<Listing, String> nearestFirst() {
        Map<Listing, String> ids = new HashMap<>();
        Set<String> taken = new HashSet<>();
        looked.stream()
                .flatMap(it -> it.known().stream().map(known -> new Pair(it.listing(), known)))
                .sorted(Comparator.comparingDouble(pair -> pair.known().metres()))
                .forEach(pair -> {
                    if (!ids.containsKey(pair.listing())
                            && taken.add(pair.known().id())) {
                        ids.put(pair.listing(), pair.known().id());
                    }
                });
        return ids;
    }

    private static String newId(Looked it, Set<String> taken) {
        Listing listing = it.listing();
        String ownId = listing.place().id();
        if (ownId != null) {
            return id(KeyOf.feature(ownId));
        }
        if (listing.name().core().isEmpty()) {
            return id(KeyOf.coordinates(listing));
        }
        Cell cell = Cell.of(listing.place().location());
        int slot = it.firstFree();
        while (taken.contains(id(KeyOf.slot(listing, cell, slot)))) {
            slot++;
        }
        return id(KeyOf.slot(listing, cell, slot));
    }

    /** @return whether there is a station of the key, be it the listing's or another one */
    private boolean find(Listing listing, String key, boolean askName, List<Known> known) {
        Optional<Station> found = stations.apply(id(key));
        found.filter(it -> !askName || isNamed(it, listing.name()))
                .map(it -> metres(it, listing))
                .filter(metres -> metres <= Listing.NEAR_METRES)
                .ifPresent(metres -> known.add(new Known(id(key), metres)));
        return found.isPresent();
    }

    private static boolean isNamed(Station station, StationName name) {
        StationDescription description = station.description();
        return description != null
                && description.name().equals(name.name())
                && Objects.equals(description.brand(), name.brand());
    }

    private static double metres(Station station, Listing listing) {
        StationDescription now = station.description();
        StationDescription first =
                station.registered() == null ? null : station.registered().description();
        return Math.min(metres(now, listing), metres(first, listing));
    }

    private static double metres(@Nullable StationDescription described, Listing listing) {
        if (described == null) {
            return Double.MAX_VALUE;
        }
        GeoPoint there = described.location();
        if (there != null) {
            return listing.place().location().metresTo(there);
        }
        boolean sameDistrict =
                Objects.equals(described.district(), listing.place().district());
        return sameDistrict ? Listing.NEAR_METRES : Double.MAX_VALUE;
    }

    private static String id(String key) {
        return Ids.derived("geojson-station", key);
    }

    /** What ids are derived from. None of these forms ever changes: stations would be registered anew. */
    private static final class KeyOf {

        static String feature(String id) {
            return "id|" + id;
        }

        /** Of stations without a name of their own. */
        static String coordinates(Listing listing) {
            GeoPoint location = listing.place().location();
            return "at|" + location.latitude() + "|" + location.longitude() + "|" + brandAndCore(listing);
        }

        /** Not given to new stations: the district may be corrected. */
        static String place(Listing listing) {
            GeoPoint location = listing.place().location();
            return name(listing) + "|" + location.latitude() + "|" + location.longitude();
        }

        /** Not given to new stations: districts of one name are in many cities. */
        static String name(Listing listing) {
            return brandAndCore(listing) + "|"
                    + Optional.ofNullable(listing.place().district()).orElse("");
        }

        /** Several stations of one name in a cell are numbered from 0, without gaps. */
        static String slot(Listing listing, Cell cell, int number) {
            return "cell|" + cell.row() + "|" + cell.column() + "|" + number + "|" + brandAndCore(listing);
        }

        private static String brandAndCore(Listing listing) {
            return Optional.ofNullable(listing.name().brand()).orElse("") + "|"
                    + listing.name().core();
        }
    }
}
