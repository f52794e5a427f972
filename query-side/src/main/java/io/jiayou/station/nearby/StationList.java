package io.jiayou.station.nearby;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.jiayou.parameters.Cursor;
import io.jiayou.parameters.Ordering;
import io.jiayou.parameters.Page;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Lists stations by id, wherever they are.
 *
 * @param district only those of this district
 * @param brand only those of this brand
 */
record StationList(@Nullable String district, @Nullable String brand, Wanted wanted) {

    private static final String NAME = "stations";
    private static final Ordering BY_ID = Ordering.ascending(Ordering.ID);

    /** @throws io.jiayou.http.ProblemException INVALID_FIELD for a cursor of another list */
    Page<StationItem> page(MongoCollection<NearbyStation> stations, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor, NAME, 1);
        List<StationItem> page = new ArrayList<>();
        for (NearbyStation station : stations.find(filter(after)).sort(BY_ID.sort())) {
            if (wanted.accepts(station)) {
                page.add(StationItem.of(station, wanted, null));
            }
            if (page.size() > limit) {
                break;
            }
        }
        return Page.of(page, limit, item -> new Cursor(NAME, List.of(item.stationId())));
    }

    private Bson filter(@Nullable Cursor after) {
        List<Bson> conditions = new ArrayList<>();
        if (district != null) {
            conditions.add(Filters.eq(NearbyStationModel.DISTRICT, district));
        }
        if (brand != null) {
            conditions.add(Filters.eq(NearbyStationModel.BRAND, brand));
        }
        if (after != null) {
            conditions.add(BY_ID.after(after.keys()));
        }
        return conditions.isEmpty() ? Filters.empty() : Filters.and(conditions);
    }
}
