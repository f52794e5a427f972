package io.jiayou.trials.rebuild;

import com.mongodb.client.MongoCollection;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.trials.stores.ReadModelNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.RawBsonDocument;

/** The real rebuild: all read models from the first event on, into an empty read store, until they serve. */
final class Filling {

    private Filling() {}

    static double eventsPerSecond(EventStore events) throws InterruptedException {
        try (ReadModelNode node = ReadModelNode.on(events)) {
            return fill(node, events);
        }
    }

    /** The documents that it ends with, as bytes, by the names of their read models. */
    static Map<ReadModel<?>, List<RawBsonDocument>> documents(EventStore events) throws InterruptedException {
        try (ReadModelNode node = ReadModelNode.on(events)) {
            fill(node, events);
            Map<ReadModel<?>, List<RawBsonDocument>> documents = new LinkedHashMap<>();
            node.models().all().forEach(model -> documents.put(model, documents(node, model)));
            return documents;
        }
    }

    private static double fill(ReadModelNode node, EventStore events) throws InterruptedException {
        long total = events.createHeadToken().position().orElseThrow() + 1;
        long started = System.nanoTime();
        node.start();
        node.awaitLive();
        return total / ((System.nanoTime() - started) / 1e9);
    }

    private static <V extends View> List<RawBsonDocument> documents(ReadModelNode node, ReadModel<V> model) {
        MongoCollection<V> live = node.generations()
                .documents(model, node.generations().live(model).orElseThrow())
                .collection();
        return live.withDocumentClass(RawBsonDocument.class).find().into(new ArrayList<>());
    }
}
