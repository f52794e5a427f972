package io.jiayou.standalone;

import io.jiayou.embedded.events.AnnouncingEventStore;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Events in the data directory, unless Axon Server keeps them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "jiayou.axon-server", havingValue = "false")
class EmbeddedEventStore {

    @Bean
    RocksEventStorageEngine eventStorageEngine(@Value("${jiayou.data:data}") Path data, EventSerializer serializer) {
        return RocksEventStorageEngine.open(data.resolve("events"), serializer, serializer, Upcasters.chain());
    }

    @Bean
    EventStore eventStore(RocksEventStorageEngine engine) {
        return AnnouncingEventStore.on(engine);
    }

    @Bean
    EmbeddedEventRecords eventRecords(RocksEventStorageEngine engine) {
        return new EmbeddedEventRecords(engine);
    }

    @Bean
    MeterBinder eventStoreMetrics(RocksEventStorageEngine engine) {
        return registry -> {
            FunctionCounter.builder("jiayou.events", engine, RocksEventStorageEngine::size)
                    .description("Events stored")
                    .register(registry);
            Gauge.builder("jiayou.events.waiting", engine, RocksEventStorageEngine::waitingAppends)
                    .description("Appends that wait for the next group commit")
                    .register(registry);
        };
    }
}
