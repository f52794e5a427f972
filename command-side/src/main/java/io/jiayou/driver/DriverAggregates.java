package io.jiayou.driver;

import io.jiayou.command.Aggregates;
import io.jiayou.command.Lookup;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.IdentifierEvent;
import io.jiayou.rules.Rule;
import java.util.Base64;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the slices reach drivers. */
@Configuration(proxyBeanMethods = false)
class DriverAggregates {

    @Bean
    Aggregates<DriverAggregate, Driver, DriverEvent> driverShells(Repository<DriverAggregate> repository) {
        return new Aggregates<>(repository, DriverAggregate::new, Rule.DRIVER_UNKNOWN);
    }

    @Bean
    Lookup<Driver, DriverEvent> driverLookup(EventStore events) {
        return new Lookup<>(events, DriverEvent.class, Driver.NONE, Driver::evolve);
    }

    @Bean
    Aggregates<IdentifierAggregate, Identifier, IdentifierEvent> identifierShells(
            Repository<IdentifierAggregate> repository) {
        return new Aggregates<>(repository, IdentifierAggregate::new, Rule.IDENTIFIER_TAKEN);
    }

    /**
     * @param secret 32 random bytes in Base64, the same for ever and on every node
     */
    @Bean
    IdentifierKey identifierKey(@Value("${jiayou.identifier-key}") String secret) {
        return new IdentifierKey(Base64.getDecoder().decode(secret));
    }
}
