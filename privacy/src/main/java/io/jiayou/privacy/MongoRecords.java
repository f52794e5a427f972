package io.jiayou.privacy;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** In a collection of a database of its own, written to and read from a majority of its members. */
public abstract class MongoRecords implements SecretRecords, AutoCloseable {

    private static final String ID = "_id";
    private static final String TEXT = "text";

    private final MongoClient client;
    private final MongoCollection<Document> records;

    /** @throws IllegalArgumentException unless the address names a database */
    protected MongoRecords(String uri, String collection) {
        ConnectionString address = new ConnectionString(uri);
        String database = address.getDatabase();
        if (database == null) {
            throw new IllegalArgumentException("JIAYOU_IDENTITY_MONGODB_URI names no database");
        }
        client = MongoClients.create(address);
        records = client.getDatabase(database)
                .getCollection(collection)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public final Optional<String> find(String key) {
        return Optional.ofNullable(records.find(Filters.eq(ID, key)).first()).map(found -> found.getString(TEXT));
    }

    @Override
    public final boolean replace(String key, @Nullable String before, @Nullable String after) {
        if (before == null) {
            return after == null ? find(key).isEmpty() : isInserted(key, after);
        }
        Bson unchanged = Filters.and(Filters.eq(ID, key), Filters.eq(TEXT, before));
        return after == null
                ? records.deleteOne(unchanged).getDeletedCount() == 1
                : records.replaceOne(unchanged, document(key, after)).getMatchedCount() == 1;
    }

    @Override
    public final List<String> keys(String prefix) {
        return records.find(Filters.regex(ID, "^" + Pattern.quote(prefix)))
                .sort(Sorts.ascending(ID))
                .map(found -> Objects.requireNonNull(found.getString(ID)))
                .into(new ArrayList<>());
    }

    @Override
    public final void close() {
        client.close();
    }

    private boolean isInserted(String key, String text) {
        try {
            records.insertOne(document(key, text));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static Document document(String key, String text) {
        return new Document(ID, key).append(TEXT, text);
    }
}
