package io.jiayou.annulment;

import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.command.EventSourced;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateRoot;

/** Axon's shell around {@link Register}. */
@AggregateRoot(type = "Annulments")
public class RegisterAggregate extends EventSourced<Register, AnnulmentEvent> {

    public RegisterAggregate() {
        super(Register.EMPTY);
    }

    @EventSourcingHandler
    void on(AnnulmentEvent event) {
        become(state().evolve(event));
    }
}
