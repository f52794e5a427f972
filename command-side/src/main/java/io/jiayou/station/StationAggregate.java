package io.jiayou.station;

import io.jiayou.command.EventSourced;
import io.jiayou.station.events.StationEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Station}. */
@AggregateRoot(type = "Station")
public class StationAggregate extends EventSourced<Station, StationEvent> {

    @AggregateIdentifier
    private @Nullable String stationId;

    public StationAggregate() {
        super(Station.NONE);
    }

    @EventSourcingHandler
    void on(StationEvent event) {
        stationId = event.stationId();
        become(state().evolve(event));
    }
}
