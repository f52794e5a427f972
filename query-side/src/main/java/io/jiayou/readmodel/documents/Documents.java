package io.jiayou.readmodel.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.fold.Change;
import io.jiayou.readmodel.fold.Marks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The documents of one generation of a read model. */
public final class Documents<V extends View> {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    /** MongoDB's limit, 16 MiB. */
    private static final int LARGEST = 16 << 20;

    private final Generation generation;
    private final MongoCollection<V> collection;
    private final StoppedDocuments stops;

    public Documents(MongoDatabase database, ReadModel<V> model, Generation generation) {
        this(database, model, generation, new StoppedDocuments(database));
    }

    Documents(MongoDatabase database, ReadModel<V> model, Generation generation, StoppedDocuments stops) {
        this.generation = generation;
        this.stops = stops;
        this.collection = database.getCollection(generation.name(), model.view());
    }

    public Generation generation() {
        return generation;
    }

    public MongoCollection<V> collection() {
        return collection;
    }

    /** What they lack, as this node knows without asking. */
    public Marks marks() {
        return stops.of(generation);
    }

    /** What they lack, as the store has it now. */
    public Marks readMarks() {
        return stops.read(generation);
    }

    /** Says what they lack. */
    public void mark(Marks marks) {
        stops.write(generation, marks);
    }

    /** Those of the documents that exist, by their ids, in one query. */
    public Map<String, V> load(Collection<String> ids) {
        Map<String, V> found = HashMap.newHashMap(ids.size());
        for (V view : collection.find(in("_id", ids))) {
            found.put(view.id(), view);
        }
        return found;
    }

    /** All documents in the order of their ids, read as they are asked for. */
    public FindIterable<V> inOrder() {
        return collection.find().sort(Sorts.ascending("_id")).batchSize(1_000);
    }

    /** Those whose ids are at or after the one and before the other, null for no limit; otherwise like all. */
    public FindIterable<V> inOrder(@Nullable String from, @Nullable String to) {
        Bson range = and(from == null ? empty() : gte("_id", from), to == null ? empty() : lt("_id", to));
        return inOrder().filter(range);
    }

    /** Every n-th id, in order: where to cut the documents into ranges of that many. */
    public List<String> everyNthId(int n) {
        List<String> ids = new ArrayList<>();
        long count = 0;
        for (BsonDocument document : collection
                .withDocumentClass(BsonDocument.class)
                .find()
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id"))) {
            if (++count % n == 0) {
                ids.add(document.getString("_id").getValue());
            }
        }
        return ids;
    }

    /**
     * Writes all changes in one bulk.
     *
     * @throws OvertakenException if a document isn't any more what the change started from; some of the others may have
     *     been written, which their positions tell
     * @throws UnstorableException if one of the documents can't be kept by any store
     */
    public void write(List<Change<V>> changes) {
        List<WriteModel<V>> writes = new ArrayList<>(changes.size());
        int replaced = 0;
        for (Change<V> change : changes) {
            V before = change.before();
            if (before == null) {
                writes.add(new InsertOneModel<>(change.after()));
            } else {
                writes.add(new ReplaceOneModel<>(
                        and(eq("_id", before.id()), eq("position", before.position())), change.after()));
                replaced++;
            }
        }
        BulkWriteResult result = written(changes, writes);
        if (result.getMatchedCount() != replaced) {
            throw new OvertakenException(generation, null);
        }
    }

    /** A store that is away is told from a document that can't be: that one has no bytes. */
    private BulkWriteResult written(List<Change<V>> changes, List<WriteModel<V>> writes) {
        try {
            return OvertakenException.translated(generation, () -> collection.bulkWrite(writes, UNORDERED));
        } catch (RuntimeException e) {
            if (changes.stream().allMatch(change -> canKeep(change.after()))) {
                throw e;
            }
            throw new UnstorableException(generation, e);
        }
    }

    private boolean canKeep(V view) {
        try {
            requireKeepable(view);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** @throws RuntimeException for a document that has no bytes, or more than any store takes */
    public void requireKeepable(V view) {
        if (new Canonical<>(this).bytes(view).length > LARGEST) {
            throw new IllegalArgumentException("a document of more than " + LARGEST + " bytes");
        }
    }

    /** Documents of which nothing is left. */
    public void remove(Set<String> ids) {
        collection.deleteMany(in("_id", ids));
    }

    /** Makes the model's indexes where they don't exist yet. */
    public void index(List<String> indexes) {
        for (String fields : indexes) {
            collection.createIndex(Indexes.ascending(fields.split(",")));
        }
    }

    public void drop() {
        collection.drop();
    }
}
