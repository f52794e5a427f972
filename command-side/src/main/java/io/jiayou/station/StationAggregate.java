package io.jiayou.station;

import io.jiayou.command.EventSourced;
import io.jiayou.station.events.StationEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateRoot;

/** Axon's shell around {@link Station}. */
@AggregateRoot(type = "Station")
public class StationAggregate extends EventSourced<Station, StationEvent> {

    public StationAggregate() {
        super(Station.NONE);
    }

    @EventSourcingHandler
    void on(StationEvent event) {
        become(state().evolve(event));
    }
}
