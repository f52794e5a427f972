package io.jiayou.station;

import io.jiayou.command.Aggregates;
import io.jiayou.command.Lookup;
import io.jiayou.rules.Rule;
import io.jiayou.station.events.StationEvent;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the slices reach stations. */
@Configuration(proxyBeanMethods = false)
class StationAggregates {

    @Bean
    Aggregates<StationAggregate, Station, StationEvent> stationShells(Repository<StationAggregate> repository) {
        return new Aggregates<>(repository, StationAggregate::new, Rule.STATION_UNKNOWN);
    }

    @Bean
    Lookup<Station, StationEvent> stationLookup(EventStore events) {
        return new Lookup<>(events, StationEvent.class, Station.NONE, Station::evolve);
    }
}
