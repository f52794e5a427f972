package io.jiayou.station.nearby;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.jiayou.parameters.Page;
import io.jiayou.station.nearby.Place.Sort;
import io.jiayou.values.GeoPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds stations around a place: reads those in the grid cells that cover the circle, then measures exactly.
 *
 * @param radius metres
 */
record NearbySearch(GeoPoint centre, double radius, Sort sort, Wanted wanted) {

    private static final int BATCH = 1_000;

    private record Hit(Place place, StationItem item) {}

    /** @throws io.jiayou.http.ProblemException INVALID_FIELD for a cursor of another search */
    Page<StationItem> page(MongoCollection<NearbyStation> stations, @Nullable String cursor, int limit) {
        Place last = Place.read(cursor, sort);
        List<Hit> page = hits(stations).stream()
                .filter(hit -> last == null || sort.order().compare(hit.place(), last) > 0)
                .sorted(Comparator.comparing(Hit::place, sort.order()))
                .limit(limit + 1L)
                .toList();
        Page<Hit> found = Page.of(page, limit, hit -> hit.place().cursor(sort));
        return new Page<>(found.items().stream().map(Hit::item).toList(), found.nextCursor());
    }

    private List<Hit> hits(MongoCollection<NearbyStation> stations) {
        Grid grid = Grid.forRadius(radius);
        List<Long> cells = grid.covering(Circle.around(centre, radius));
        List<Hit> hits = new ArrayList<>();
        for (NearbyStation station :
                stations.find(Filters.in(grid.field(), cells)).batchSize(BATCH)) {
            GeoPoint location = Objects.requireNonNull(station.description().location(), "it lies in a cell");
            double metres = centre.metresTo(location);
            if (metres <= radius && wanted.accepts(station)) {
                StationItem item = StationItem.of(station, wanted, metres);
                hits.add(new Hit(Place.of(item, metres), item));
            }
        }
        return hits;
    }
}
