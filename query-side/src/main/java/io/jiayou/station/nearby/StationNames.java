package io.jiayou.station.nearby;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.jiayou.readmodel.documents.Generations;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * What stations are called now, for answers that have their ids: also for one about a past moment, whose sums needn't have
 * stations beside them.
 */
@Component
public class StationNames {

    private static final List<String> NAME = List.of("description", "name");

    private final Generations generations;
    private final NearbyStationModel stations;

    StationNames(Generations generations, NearbyStationModel stations) {
        this.generations = generations;
        this.stations = stations;
    }

    /** Names by id; none of a station that isn't known, and of no station before the model is filled. */
    public Map<String, String> of(Collection<String> stationIds) {
        return generations
                .live(stations)
                .map(live -> in(generations.documents(stations, live).collection(), stationIds))
                .orElse(Map.of());
    }

    static Map<String, String> in(MongoCollection<NearbyStation> documents, Collection<String> stationIds) {
        Map<String, String> names = new HashMap<>();
        documents
                .withDocumentClass(Document.class)
                .find(Filters.in("_id", stationIds))
                .projection(Projections.include(String.join(".", NAME)))
                .forEach(found -> names.put(found.getString("_id"), found.getEmbedded(NAME, String.class)));
        return names;
    }
}
