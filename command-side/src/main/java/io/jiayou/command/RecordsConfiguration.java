package io.jiayou.command;

import io.jiayou.audit.AggregateRecords;
import io.jiayou.serialization.EventSerializer;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where decisions see events as they were recorded: what the store brings, or Axon Server, or else its messages. */
@Configuration(proxyBeanMethods = false)
class RecordsConfiguration {

    @Bean
    StoredRecords storedRecords(
            ObjectProvider<AggregateRecords> ofTheStore,
            ObjectProvider<AxonServerConnectionManager> axonServer,
            EventStore events,
            EventSerializer serializer) {
        return new StoredRecords(ofTheStore.getIfAvailable(() -> {
            AxonServerConnectionManager connections = axonServer.getIfAvailable();
            return connections == null
                    ? new RecordsOfMessages(events, serializer)
                    : new AxonServerAggregateRecords(
                            () -> connections.getConnection().eventChannel());
        }));
    }
}
