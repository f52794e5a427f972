package io.jiayou.imports.stations;

import io.jiayou.imports.BrokenFile;
import io.jiayou.imports.KeptLines;
import io.jiayou.imports.Reading;
import io.jiayou.imports.Refusal;
import io.jiayou.imports.RefusedLine;
import io.jiayou.imports.Tally;
import java.util.List;
import java.util.Optional;
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

    /**
     * @param tally is told which features are refused and merged
     * @throws io.jiayou.http.ProblemException BODY_TOO_LARGE for more stations than there is memory for, UNAUTHENTICATED if the
     *     sender's right has ended
     */
    static StationFile read(FeatureReader features, StationNames names, Tally tally, Reading reading) {
        KeptLines kept = reading.kept(FeatureReader.FILE);
        Listings listings = new Listings(tally);
        long read = 0;
        BrokenFile broken = null;
        try {
            for (Feature feature = features.next(); feature != null; feature = features.next()) {
                read++;
                reading.nextLine();
                read(feature, names, tally).ifPresent(listing -> {
                    kept.add(listing.texts());
                    listings.add(listing);
                });
            }
        } catch (BrokenFile e) {
            broken = e;
        }
        return new StationFile(listings.merged(), read, broken);
    }

    private static Optional<Listing> read(Feature feature, StationNames names, Tally tally) {
        try {
            Place place = Place.of(feature);
            if (!names.isFuelStation(place.name())) {
                throw Refusal.NOT_A_FUEL_STATION.because("{0}", place.name());
            }
            return Optional.of(new Listing(place, names.read(place.name())));
        } catch (RefusedLine e) {
            tally.refuse(feature.spot(), e);
            return Optional.empty();
        }
    }
}
