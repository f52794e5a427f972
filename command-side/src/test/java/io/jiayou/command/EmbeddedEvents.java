package io.jiayou.command;

import io.jiayou.embedded.events.AnnouncingEventStore;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.serialization.EventSerializer;
import java.io.IOException;
import java.nio.file.Files;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The embedded event store, as the standalone process has it, in a directory of its own. */
@TestConfiguration(proxyBeanMethods = false)
public class EmbeddedEvents {

    @Bean
    RocksEventStorageEngine eventStorageEngine(EventSerializer serializer) throws IOException {
        return RocksEventStorageEngine.open(
                Files.createTempDirectory("jiayou-events"), serializer, serializer, NoOpEventUpcaster.INSTANCE);
    }

    @Bean
    EventStore eventStore(RocksEventStorageEngine engine) {
        return AnnouncingEventStore.on(engine);
    }
}
