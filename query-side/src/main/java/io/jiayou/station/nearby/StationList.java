package io.jiayou.station.nearby;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import io.jiayou.parameters.Cursor;
import io.jiayou.parameters.Ordering;
import io.jiayou.parameters.Page;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Lists stations by id, wherever they are. */
record StationList(Wanted wanted) {

    private static final String NAME = "stations";
    private static final Ordering BY_ID = Ordering.ascending(Ordering.ID);

    /** @throws io.jiayou.http.ProblemException INVALID_FIELD for a cursor of another list */
    Page<StationItem> page(MongoCollection<NearbyStation> stations, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor, NAME, 1);
        // Most pages end long before the stations do, and then nobody else would close the store's cursor.
        try (MongoCursor<NearbyStation> all =
                stations.find(filter(after)).sort(BY_ID.sort()).iterator()) {
            List<StationItem> page = inOrder(all)
                    .filter(wanted::accepts)
                    .map(station -> StationItem.of(station, wanted, null))
                    .limit(limit + 1L)
                    .toList();
            return Page.of(page, limit, item -> new Cursor(NAME, List.of(item.stationId())));
        }
    }

    private static Stream<NearbyStation> inOrder(Iterator<NearbyStation> all) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false);
    }

    private Bson filter(@Nullable Cursor after) {
        List<Bson> conditions = new ArrayList<>();
        if (wanted.district() != null) {
            conditions.add(Filters.eq(NearbyStationModel.DISTRICT, wanted.district()));
        }
        if (wanted.brand() != null) {
            conditions.add(Filters.eq(NearbyStationModel.BRAND, wanted.brand()));
        }
        if (after != null) {
            conditions.add(BY_ID.after(after.keys()));
        }
        return conditions.isEmpty() ? Filters.empty() : Filters.and(conditions);
    }
}
