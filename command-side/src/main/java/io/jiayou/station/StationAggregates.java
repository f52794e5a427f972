package io.jiayou.station;

import io.jiayou.command.Aggregates;
import io.jiayou.command.Lookup;
import io.jiayou.command.Shells;
import io.jiayou.rules.Rule;
import io.jiayou.station.events.StationEvent;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the slices reach stations. */
@Configuration(proxyBeanMethods = false)
public class StationAggregates {

    @Bean
    public static Aggregates<StationAggregate, Station, StationEvent> stationShells(EventStore events) {
        return new Aggregates<>(
                events,
                new Shells<>(StationAggregate.class, StationAggregate::new, StationEvent.class),
                Rule.STATION_UNKNOWN,
                Rule.STATION_ALREADY_REGISTERED);
    }

    @Bean
    public static Lookup<Station, StationEvent> stationLookup(EventStore events) {
        return new Lookup<>(events, StationEvent.class, Station.NONE, Station::evolve);
    }
}
