package io.jiayou.driver;

import io.jiayou.command.EventSourced;
import io.jiayou.driver.events.DriverEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Driver}. */
@Aggregate(type = "Driver", cache = "aggregateCache")
public class DriverAggregate extends EventSourced<Driver, DriverEvent> {

    @AggregateIdentifier
    private @Nullable String driverId;

    public DriverAggregate() {
        super(Driver.NONE);
    }

    @EventSourcingHandler
    void on(DriverEvent event) {
        driverId = event.driverId();
        become(state().evolve(event));
    }
}
