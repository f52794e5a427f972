package io.jiayou.driver;

import io.jiayou.command.EventSourced;
import io.jiayou.driver.events.DriverEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Driver}. */
@AggregateRoot(type = "Driver")
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
