package io.jiayou.command;

import io.jiayou.embedded.events.AnnouncingEventStore;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The embedded event store, as the standalone process has it, in a directory of its own, unless a test brings a store. */
@TestConfiguration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "jiayou.axon-server", havingValue = "false")
@ConditionalOnMissingBean(EventStore.class)
public class EmbeddedEvents {

    @Bean
    RocksEventStorageEngine eventStorageEngine(EventSerializer serializer) throws IOException {
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "events");
        return RocksEventStorageEngine.open(directory, serializer, serializer, Upcasters.chain());
    }

    @Bean
    EventStore eventStore(RocksEventStorageEngine engine) {
        return AnnouncingEventStore.on(engine);
    }
}
