package io.jiayou.station.nearby;

import io.jiayou.station.events.StationDescription;
import io.jiayou.values.OpeningHours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which stations are wanted, wherever they are.
 *
 * @param grade only those with a price for it that holds
 * @param open only those that sell at this moment
 * @param district only those of this district
 * @param brand only those of this brand
 */
record Wanted(
        @Nullable String grade,
        boolean open,
        @Nullable String district,
        @Nullable String brand,
        Instant now) {

    boolean accepts(NearbyStation station) {
        StationDescription description = station.description();
        return (district == null || district.equals(description.district()))
                && (brand == null || brand.equals(description.brand()))
                && (grade == null || price(station).isPresent())
                && (!open || sells(station));
    }

    /** The price of the grade at this moment. */
    Optional<HeldPrice> price(NearbyStation station) {
        return Optional.ofNullable(grade).flatMap(it -> HeldPrice.current(station.prices(), it, now));
    }

    /** Whether a station takes orders and its opening hours, if known, say that it's open at this moment. */
    boolean sells(NearbyStation station) {
        StationDescription description = station.description();
        String hours = description.openingHours();
        return station.open()
                && (hours == null || OpeningHours.parse(hours).openAt(now, ZoneId.of(description.zone())));
    }
}
