package io.jiayou.station.nearby;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jiayou.station.events.StationDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A station in a list.
 *
 * @param open whether it sells at this moment
 * @param distanceMetres metres from where the search began, as the crow flies; none if the list is of no place
 * @param price of the grade that was asked for, at this moment; none if none was
 * @param prices that hold at this moment, by grade
 * @param position of the last event of the station that is taken in
 */
record StationItem(
        String stationId,
        @JsonUnwrapped StationDescription description,
        boolean open,
        @Nullable Long distanceMetres,
        @Nullable HeldPrice price,
        List<HeldPrice> prices,
        long position) {

    static StationItem of(NearbyStation station, Wanted wanted, @Nullable Double metres) {
        return new StationItem(
                station.stationId(),
                station.description(),
                wanted.sells(station),
                metres == null ? null : Math.round(metres),
                wanted.price(station).orElse(null),
                HeldPrice.current(station.prices(), wanted.now()),
                station.position());
    }
}
