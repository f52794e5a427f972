package io.jiayou.annulment;

import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.command.EventSourced;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Register}. */
@AggregateRoot(type = "Annulments")
public class RegisterAggregate extends EventSourced<Register, AnnulmentEvent> {

    @AggregateIdentifier
    private @Nullable String id;

    public RegisterAggregate() {
        super(Register.EMPTY);
    }

    @EventSourcingHandler
    void on(AnnulmentEvent event) {
        id = AnnulmentEvent.REGISTER;
        become(state().evolve(event));
    }
}
