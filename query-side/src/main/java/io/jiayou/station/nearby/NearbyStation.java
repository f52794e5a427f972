package io.jiayou.station.nearby;

import io.jiayou.readmodel.View;
import io.jiayou.station.events.StationDescription;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What finding a station and choosing among stations takes.
 *
 * @param open whether it takes orders at all; its opening hours are another matter
 * @param prices those that hold or will hold, by grade and moment
 * @param cells where it lies; none without a location
 */
public record NearbyStation(
        @BsonId String stationId,
        StationDescription description,
        boolean open,
        List<HeldPrice> prices,
        @Nullable GridCells cells,
        long position)
        implements View {

    @Override
    public String id() {
        return stationId;
    }

    NearbyStation open(boolean now, long at) {
        return new NearbyStation(stationId, description, now, prices, cells, at);
    }

    NearbyStation withPrices(List<HeldPrice> changed, long at) {
        return new NearbyStation(stationId, description, open, changed, cells, at);
    }
}
