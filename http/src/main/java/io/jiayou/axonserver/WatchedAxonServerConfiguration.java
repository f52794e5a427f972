package io.jiayou.axonserver;

import io.jiayou.outside.Dependency;
import io.jiayou.outside.Patience;
import java.time.Clock;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.ManagedChannelCustomizer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches Axon Server where it keeps the events; a store in the same process is never away. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "jiayou.axon-server", havingValue = "true", matchIfMissing = true)
public class WatchedAxonServerConfiguration {

    @Bean
    WatchedAxonServer watchedAxonServer(AxonServerConnectionManager connections) {
        return new WatchedAxonServer(connections, Clock.systemUTC());
    }

    @Bean
    Dependency eventStoreDependency(WatchedAxonServer watched) {
        return watched.dependency();
    }

    /** No call waits longer than a person does, also when packets are dropped or another thread has to connect first. */
    @Bean
    static BeanPostProcessor patientWithAxonServer() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof AxonServerConfiguration settings) {
                    int patience = (int) Patience.PERSON.toMillis();
                    // gRPC looks after a silent connection every ten seconds, not more often.
                    settings.setKeepAliveTimeout(patience / 2);
                    settings.setConnectTimeout(patience);
                    settings.setCommitTimeout(patience);
                    settings.setReconnectInterval(Patience.PAUSE.toMillis());
                }
                return bean;
            }
        };
    }

    /** Answers that end have an end in time; streams of all events have none. */
    @Bean
    ManagedChannelCustomizer endsAnswersOfEvents(ObjectProvider<WatchedAxonServer> watched) {
        return channel -> channel.intercept(
                new AnswersInTime(failure -> watched.getObject().dependency().failed(failure)));
    }

    /** Axon makes the store and registers what it needs; whoever gets it from here gets the watched one. */
    @Bean
    static BeanPostProcessor watchesEvents(ObjectProvider<WatchedAxonServer> watched) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof EventStore events
                        ? WatchedEvents.of(events, watched.getObject().dependency())
                        : bean;
            }
        };
    }
}
