package io.jiayou.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.embedded.events.AnnouncingEventStore;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.serialization.EventSerializer;
import java.io.IOException;
import java.nio.file.Files;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The embedded pair of stores, for tests of the whole application. */
@TestConfiguration(proxyBeanMethods = false)
public class EmbeddedStores {

    @Bean
    RocksEventStorageEngine engine(EventSerializer serializer) throws IOException {
        return RocksEventStorageEngine.open(
                Files.createTempDirectory("jiayou-test"), serializer, serializer, NoOpEventUpcaster.INSTANCE);
    }

    @Bean
    EventStore eventStore(RocksEventStorageEngine engine) {
        return AnnouncingEventStore.on(engine);
    }

    @Bean
    EmbeddedMongo embeddedMongo() {
        return EmbeddedMongo.start();
    }

    @Bean
    MongoClient mongoClient(EmbeddedMongo server) {
        return MongoClients.create(server.uri());
    }
}
