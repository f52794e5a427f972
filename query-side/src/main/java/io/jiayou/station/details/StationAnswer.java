package io.jiayou.station.details;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jiayou.station.details.StationDetails.Pump;
import io.jiayou.station.events.StationDescription;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A station as queries answer it.
 *
 * @param open whether it takes orders at all; its opening hours are another matter
 * @param closedBecause why it is closed, where a reason was given
 * @param pumps by number
 * @param prices by grade
 * @param at the moment at which the prices hold
 * @param knownAt up to when what was recorded is taken into account
 * @param position of the last event of the station that is taken in
 */
record StationAnswer(
        String stationId,
        @JsonUnwrapped StationDescription description,
        boolean open,
        @Nullable String closedBecause,
        List<Pump> pumps,
        List<GradePrices> prices,
        Instant registeredAt,
        Instant at,
        Instant knownAt,
        long position) {

    static StationAnswer of(StationDetails station, Instant at, Instant knownAt) {
        return new StationAnswer(
                station.stationId(),
                station.description(),
                station.open(),
                station.closedBecause(),
                station.pumps(),
                GradePrices.of(station.prices(), at, knownAt),
                station.registeredAt(),
                at,
                knownAt,
                station.position());
    }
}
