package io.jiayou.embedded.documents;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.bson.UuidRepresentation;

/** A fresh store with a client; ends both. */
record RunningStore(EmbeddedMongo mongo, MongoClient client) implements AutoCloseable {

    static RunningStore start() {
        EmbeddedMongo mongo = EmbeddedMongo.start();
        return new RunningStore(
                mongo,
                MongoClients.create(MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(mongo.uri()))
                        .uuidRepresentation(UuidRepresentation.STANDARD)
                        .build()));
    }

    MongoDatabase database() {
        return client.getDatabase("read");
    }

    @Override
    public void close() {
        client.close();
        mongo.close();
    }
}
