package io.jiayou.audit.records;

import io.jiayou.audit.EventRecords;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where Axon Server keeps the events; elsewhere the application brings its own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "jiayou.axon-server", havingValue = "true", matchIfMissing = true)
class EventRecordsConfiguration {

    @Bean
    EventRecords eventRecords(AxonServerConnectionManager connections) {
        return new AxonServerEventRecords(() -> connections.getConnection().eventChannel());
    }
}
