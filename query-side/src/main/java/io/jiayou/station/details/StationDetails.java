package io.jiayou.station.details;

import io.jiayou.readmodel.View;
import io.jiayou.station.events.StationDescription;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A station with its pumps and every price ever set.
 *
 * @param open whether it takes orders at all; its opening hours are another matter
 * @param closedBecause why it is closed, where a reason was given
 * @param pumps by number
 * @param prices in the order in which they were recorded
 */
public record StationDetails(
        @BsonId String stationId,
        StationDescription description,
        boolean open,
        @Nullable String closedBecause,
        List<Pump> pumps,
        List<SetPrice> prices,
        Instant registeredAt,
        long position)
        implements View {

    /**
     * A pump.
     *
     * @param number its number at the station
     * @param grades what it can dispense
     * @param open whether it takes orders
     */
    public record Pump(int number, List<String> grades, boolean open) {}

    @Override
    public String id() {
        return stationId;
    }

    StationDetails with(StationDescription changed, long at) {
        return new StationDetails(stationId, changed, open, closedBecause, pumps, prices, registeredAt, at);
    }

    StationDetails opened(long at) {
        return new StationDetails(stationId, description, true, null, pumps, prices, registeredAt, at);
    }

    StationDetails closed(@Nullable String reason, long at) {
        return new StationDetails(stationId, description, false, reason, pumps, prices, registeredAt, at);
    }

    StationDetails withPumps(List<Pump> changed, long at) {
        return new StationDetails(stationId, description, open, closedBecause, changed, prices, registeredAt, at);
    }

    StationDetails withPrices(List<SetPrice> changed, long at) {
        return new StationDetails(stationId, description, open, closedBecause, pumps, changed, registeredAt, at);
    }
}
