package io.jiayou.command;

import io.jiayou.metadata.EventClock;
import io.jiayou.privacy.PersonalData;
import io.jiayou.serialization.EventSerializer;
import java.time.Clock;
import java.time.ZoneOffset;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** How commands travel and how their events are written. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    MessagingConfiguration() {
        EventClock.useMilliseconds();
    }

    /** The clock that endpoints read; decisions only see the time in their command. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    OriginFilter originFilter() {
        return new OriginFilter();
    }

    @Bean
    CorrelationDataProvider originMetadata() {
        return new OriginMetadata();
    }

    /**
     * Commands are handled where they arrive, also on several nodes: the event store refuses the second of two that
     * change one aggregate, and {@link Commands} sends it again.
     */
    @Bean
    CommandBus commandBus(CorrelationDataProvider originMetadata) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .build();
        bus.registerDispatchInterceptor((OriginMetadata) originMetadata);
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(originMetadata));
        return bus;
    }

    @Bean
    ErasedPersons erasedPersons(PersonalData data) {
        return data::isErased;
    }

    @Bean
    @Primary
    @ConditionalOnMissingBean
    EventSerializer serializer(PersonalData data) {
        return data.isSealing() ? EventSerializer.ofSealedEvents() : new EventSerializer();
    }
}
