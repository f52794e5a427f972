package io.jiayou.driver;

import io.jiayou.command.Aggregates;
import io.jiayou.command.Lookup;
import io.jiayou.command.OpenedEvents;
import io.jiayou.command.Shells;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.IdentifierEvent;
import io.jiayou.privacy.PersonalData;
import io.jiayou.rules.Rule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the slices reach drivers. */
@Configuration(proxyBeanMethods = false)
public class DriverAggregates {

    @Bean
    public static Aggregates<DriverAggregate, Driver, DriverEvent> driverShells(EventStore events, PersonalData data) {
        return new Aggregates<>(
                new OpenedEvents(events, data),
                new Shells<>(DriverAggregate.class, DriverAggregate::new, DriverEvent.class),
                Rule.DRIVER_UNKNOWN,
                Rule.DRIVER_ALREADY_REGISTERED);
    }

    @Bean
    public static Lookup<Driver, DriverEvent> driverLookup(EventStore events) {
        return new Lookup<>(events, DriverEvent.class, Driver.NONE, Driver::evolve);
    }

    @Bean
    public static Lookup<Identifier, IdentifierEvent> identifierLookup(EventStore events) {
        return Lookup.ofFacts(events, IdentifierEvent.class, Identifier.NONE, Identifier::evolve);
    }

    @Bean
    public static Aggregates<IdentifierAggregate, Identifier, IdentifierEvent> identifierShells(EventStore events) {
        return new Aggregates<>(
                events,
                Shells.ofFacts(IdentifierAggregate.class, IdentifierAggregate::new, IdentifierEvent.class),
                Rule.IDENTIFIER_TAKEN,
                Rule.IDENTIFIER_TAKEN);
    }

    /** @param secret of JIAYOU_IDENTIFIER_KEY, see {@link IdentifierKey#of} */
    @Bean
    static IdentifierKey identifierKey(@Value("${jiayou.identifier-key:}") String secret) {
        return IdentifierKey.of(secret);
    }
}
