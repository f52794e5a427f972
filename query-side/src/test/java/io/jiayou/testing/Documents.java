package io.jiayou.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** The documents of one read model in an embedded read store, with the model's indexes, as events make them. */
public final class Documents<V extends View> implements AutoCloseable {

    private final EmbeddedMongo mongo = EmbeddedMongo.start();
    private final MongoClient client = MongoClients.create(mongo.uri());
    private final MongoCollection<V> collection;
    private final ReadModel<V> model;
    private long position;

    private Documents(ReadModel<V> model) {
        this.model = model;
        this.collection = client.getDatabase("test").getCollection(model.name(), model.view());
        model.indexes().forEach(index -> collection.createIndex(Indexes.ascending(index.split(","))));
    }

    public static <V extends View> Documents<V> of(ReadModel<V> model) {
        return new Documents<>(model);
    }

    public MongoCollection<V> collection() {
        return collection;
    }

    /** How many documents the store read so far to answer. */
    public long visited() {
        return mongo.documentsVisited();
    }

    /** Records events, all at one moment. */
    public void record(Instant recordedAt, Object... payloads) {
        record(recordedAt, List.of(payloads));
    }

    public void record(Instant recordedAt, Collection<?> payloads) {
        Set<String> touched = new LinkedHashSet<>();
        payloads.forEach(payload -> touched.addAll(model.documentsOf(payload)));
        Map<String, V> changed = new LinkedHashMap<>();
        collection.find(Filters.in("_id", touched)).forEach(view -> changed.put(view.id(), view));
        for (Object payload : payloads) {
            RecordedEvent event =
                    new RecordedEvent(position, "event-" + position, "id", position, recordedAt, payload, Map.of());
            position++;
            for (String id : model.documentsOf(payload)) {
                changed.put(id, model.fold(id, changed.get(id), event));
            }
        }
        List<ReplaceOneModel<V>> writes = new ArrayList<>();
        changed.forEach((id, view) ->
                writes.add(new ReplaceOneModel<>(new Document("_id", id), view, new ReplaceOptions().upsert(true))));
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes);
        }
    }

    @Override
    public void close() {
        client.close();
        mongo.close();
    }
}
