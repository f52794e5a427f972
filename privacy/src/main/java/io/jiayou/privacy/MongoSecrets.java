package io.jiayou.privacy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.jiayou.mongo.WatchedMongo;
import io.jiayou.outside.Dependency;
import io.jiayou.outside.Patience;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * The MongoDB that keeps credentials and keys of persons, in a database of its own, written to and read from a majority of its
 * members. People wait for what is asked of it.
 */
public final class MongoSecrets implements AutoCloseable {

    private final WatchedMongo watched;
    private final MongoClient client;
    private final MongoDatabase database;

    /** @throws IllegalArgumentException unless the address names a database */
    public MongoSecrets(String uri) {
        ConnectionString address = new ConnectionString(uri);
        String name = address.getDatabase();
        if (name == null) {
            throw new IllegalArgumentException("JIAYOU_IDENTITY_MONGODB_URI names no database");
        }
        watched = new WatchedMongo("credentials-store", address, Clock.systemUTC());
        MongoClientSettings.Builder settings = MongoClientSettings.builder().applyConnectionString(address);
        watched.watch(settings);
        client = MongoClients.create(settings.build());
        database = client.getDatabase(name)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withTimeout(Patience.PERSON.toMillis(), TimeUnit.MILLISECONDS);
    }

    MongoCollection<Document> records(String collection) {
        return database.getCollection(collection);
    }

    Dependency dependency() {
        return watched.dependency();
    }

    @Override
    public void close() {
        client.close();
        watched.close();
    }
}
