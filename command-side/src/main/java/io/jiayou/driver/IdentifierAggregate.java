package io.jiayou.driver;

import io.jiayou.command.EventSourced;
import io.jiayou.driver.events.IdentifierEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Identifier}. */
@AggregateRoot(type = "Identifier")
public class IdentifierAggregate extends EventSourced<Identifier, IdentifierEvent> {

    @AggregateIdentifier
    private @Nullable String claimId;

    public IdentifierAggregate() {
        super(Identifier.NONE);
    }

    @EventSourcingHandler
    void on(IdentifierEvent event) {
        claimId = event.claimId();
        become(state().evolve(event));
    }
}
