package io.jiayou.driver;

import io.jiayou.command.EventSourced;
import io.jiayou.driver.events.DriverEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateRoot;

/** Axon's shell around {@link Driver}. */
@AggregateRoot(type = "Driver")
public class DriverAggregate extends EventSourced<Driver, DriverEvent> {

    public DriverAggregate() {
        super(Driver.NONE);
    }

    @EventSourcingHandler
    void on(DriverEvent event) {
        become(state().evolve(event));
    }
}
