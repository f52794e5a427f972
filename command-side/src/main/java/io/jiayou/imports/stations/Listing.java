package io.jiayou.imports.stations;

import io.jiayou.station.events.StationDescription;
import io.jiayou.values.GeoPoint;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fuel station as one or more features list it. */
record Listing(Place place, StationName name) {

    /** Two stations of one name aren't nearer than that; one station's listings aren't farther apart. */
    static final double NEAR_METRES = 200;

    private static final Comparator<@Nullable String> NONE_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    /** An order that is made of what they tell, so that the order of the file doesn't matter. */
    static final Comparator<Listing> MOST_TELLING_FIRST = Comparator.comparingInt(Listing::completeness)
            .reversed()
            .thenComparing(it -> it.place().name())
            .thenComparing(it -> it.place().address(), NONE_FIRST)
            .thenComparing(it -> it.place().district(), NONE_FIRST)
            .thenComparingDouble(it -> it.place().location().latitude())
            .thenComparingDouble(it -> it.place().location().longitude())
            .thenComparing(it -> it.place().id(), NONE_FIRST)
            .thenComparing(it -> it.place().spot().feature(), Comparator.nullsFirst(Comparator.naturalOrder()));

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
        boolean sameName = !name.core().isEmpty() && name.core().equals(other.name.core());
        return place.location().equals(other.place.location()) || sameName && metresTo(other) <= NEAR_METRES;
    }

    double metresTo(Listing other) {
        return place.location().metresTo(other.place.location());
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

    /** All that it keeps of its feature. */
    @Nullable
    String[] texts() {
        return new @Nullable String[] {
            place.id(), place.name(), place.address(), place.district(), name.name(), name.core()
        };
    }

    /** This one, with what it lacks taken from another. */
    Listing completedBy(Listing other) {
        return new Listing(
                new Place(
                        place.spot(),
                        either(place.id(), other.place.id()),
                        place.sharedId(),
                        place.name(),
                        either(place.address(), other.place.address()),
                        either(place.district(), other.place.district()),
                        place.location()),
                new StationName(either(name.brand(), other.name.brand()), name.name(), name.core()));
    }

    /** This one, as if it had no id of its own. */
    Listing withoutOwnId() {
        Place without = new Place(
                place.spot(), null, place.id(), place.name(), place.address(), place.district(), place.location());
        return new Listing(without, name);
    }

    /**
     * @param zone of the station's clocks, an IANA name
     * @param openingHours what is known of them from elsewhere
     */
    StationDescription description(String zone, @Nullable String openingHours) {
        return new StationDescription(
                name.name(), name.brand(), place.address(), place.district(), place.location(), openingHours, zone);
    }

    double metresTo(GeoPoint there) {
        return place.location().metresTo(there);
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
