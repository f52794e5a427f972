package io.jiayou.trials.rebuild;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.readmodel.ReadModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.RawBsonDocument;

/**
 * The least that a rebuild has to do: read all events, and write all documents that come of them, once, in bulks, with
 * their indexes. Both at the same time, since a rebuild may do so too.
 */
final class RawLimit {

    private static final int BULK = 1_000;

    private final EventStore events;
    private final Map<ReadModel<?>, List<RawBsonDocument>> documents;

    RawLimit(EventStore events, Map<ReadModel<?>, List<RawBsonDocument>> documents) {
        this.events = events;
        this.documents = documents;
    }

    int documents() {
        return documents.values().stream().mapToInt(List::size).sum();
    }

    double eventsPerSecond() throws Exception {
        try (EmbeddedMongo server = EmbeddedMongo.start();
                MongoClient client = MongoClients.create(server.uri());
                ExecutorService reading = Executors.newSingleThreadExecutor()) {
            MongoDatabase database = client.getDatabase("limit");
            long started = System.nanoTime();
            Future<Long> read = reading.submit(() -> RawReading.readAll(events));
            documents.forEach((model, all) -> write(database, model, all));
            return read.get() / ((System.nanoTime() - started) / 1e9);
        }
    }

    private static void write(MongoDatabase database, ReadModel<?> model, List<RawBsonDocument> all) {
        MongoCollection<RawBsonDocument> collection = database.getCollection(model.name(), RawBsonDocument.class);
        model.indexes().forEach(fields -> collection.createIndex(Indexes.ascending(fields.split(","))));
        for (int from = 0; from < all.size(); from += BULK) {
            collection.insertMany(
                    all.subList(from, Math.min(from + BULK, all.size())), new InsertManyOptions().ordered(false));
        }
    }
}
