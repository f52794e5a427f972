package io.jiayou.imports.stations;

import io.jiayou.imports.BrokenFile;
import io.jiayou.imports.Refusal;
import io.jiayou.imports.RefusedLine;
import io.jiayou.imports.Tally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of stations that was read as far as possible.
 *
 * @param stations in the order of the file
 * @param features how many it has
 * @param broken where and why it couldn't be read on; none if all of it was read
 */
record StationFile(
        List<Listing> stations, long features, @Nullable BrokenFile broken) {

    /** @param tally is told which features are refused and merged */
    static StationFile read(FeatureReader features, StationNames names, Tally tally) {
        Listings listings = new Listings(tally);
        long read = 0;
        BrokenFile broken = null;
        try {
            for (Feature feature = features.next(); feature != null; feature = features.next()) {
                read++;
                add(feature, names, listings, tally);
            }
        } catch (BrokenFile e) {
            broken = e;
        }
        return new StationFile(listings.merged(), read, broken);
    }

    private static void add(Feature feature, StationNames names, Listings listings, Tally tally) {
        try {
            Place place = Place.of(feature);
            if (!names.isFuelStation(place.name())) {
                throw Refusal.NOT_A_FUEL_STATION.because("{0}", place.name());
            }
            listings.add(new Listing(place, names.read(place.name())));
        } catch (RefusedLine e) {
            tally.refuse(feature.spot(), e);
        }
    }
}
