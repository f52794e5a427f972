package io.jiayou.imports.stations;

import io.jiayou.ids.Ids;
import io.jiayou.station.events.StationDescription;
import io.jiayou.values.GeoPoint;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fuel station as one or more features list it. */
record Listing(Place place, StationName name) {

    /** Two stations of one name aren't nearer than that; one station's listings aren't farther apart. */
    private static final double NEAR_METRES = 200;

    /**
     * Whether both list the same station: they have the same coordinates, or the same name and lie near each other. Two
     * different brands are two stations.
     */
    boolean isSameAs(Listing other) {
        boolean brandsDiffer = name.brand() != null
                && other.name.brand() != null
                && !name.brand().equals(other.name.brand());
        if (brandsDiffer) {
            return false;
        }
        GeoPoint here = place.location();
        GeoPoint there = other.place.location();
        boolean sameName = !name.core().isEmpty() && name.core().equals(other.name.core());
        return here.equals(there) || sameName && here.metresTo(there) <= NEAR_METRES;
    }

    /** How much it tells. */
    int completeness() {
        return (int) Stream.of(
                        place.id(),
                        name.brand(),
                        name.core().isEmpty() ? null : name.core(),
                        place.address(),
                        place.district())
                .filter(Objects::nonNull)
                .count();
    }

    /** This one, with what it lacks taken from another. */
    Listing completedBy(Listing other) {
        return new Listing(
                new Place(
                        place.line(),
                        either(place.id(), other.place.id()),
                        place.name(),
                        either(place.address(), other.place.address()),
                        either(place.district(), other.place.district()),
                        place.location()),
                new StationName(either(name.brand(), other.name.brand()), name.name(), name.core()));
    }

    /**
     * What makes it the same station in the next file: the feature's id, else its name and district, else (without a name
     * of its own) its place. A corrected address or position leaves it the same station.
     */
    String key() {
        if (place.id() != null) {
            return "id|" + place.id();
        }
        return name.core().isEmpty() ? keyWithPlace() : nameKey();
    }

    /** The key of a station that shares its {@link #key} with an earlier one of the file. */
    String keyWithPlace() {
        return nameKey() + "|" + place.location().latitude() + "|"
                + place.location().longitude();
    }

    private String nameKey() {
        return Optional.ofNullable(name.brand()).orElse("")
                + "|" + name.core()
                + "|" + Optional.ofNullable(place.district()).orElse("");
    }

    static String stationId(String key) {
        return Ids.derived("geojson-station", key);
    }

    /**
     * @param zone of the station's clocks, an IANA name
     * @param openingHours what is known of them from elsewhere
     */
    StationDescription description(String zone, @Nullable String openingHours) {
        return new StationDescription(
                name.name(), name.brand(), place.address(), place.district(), place.location(), openingHours, zone);
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
