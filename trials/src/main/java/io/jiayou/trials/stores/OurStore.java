package io.jiayou.trials.stores;

import io.jiayou.embedded.events.AnnouncingEventStore;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The embedded event store as the standalone process has it. */
@Configuration(proxyBeanMethods = false)
class OurStore {

    @Bean
    RocksEventStorageEngine eventStorageEngine(@Value("${trials.events}") Path directory, EventSerializer serializer) {
        return RocksEventStorageEngine.open(directory, serializer, serializer, Upcasters.chain());
    }

    @Bean
    EventStore eventStore(RocksEventStorageEngine engine) {
        return AnnouncingEventStore.on(engine);
    }
}
