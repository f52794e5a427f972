package io.jiayou.driver;

import io.jiayou.command.EventSourced;
import io.jiayou.driver.events.IdentifierEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateRoot;

/** Axon's shell around {@link Identifier}. */
@AggregateRoot(type = "Identifier")
public class IdentifierAggregate extends EventSourced<Identifier, IdentifierEvent> {

    public IdentifierAggregate() {
        super(Identifier.NONE);
    }

    @EventSourcingHandler
    void on(IdentifierEvent event) {
        become(state().evolve(event));
    }
}
