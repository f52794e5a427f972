package io.jiayou.identity.record;

import io.jiayou.command.EventSourced;
import io.jiayou.identity.events.IdentityEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The stream of an account, a key or a session. Nothing is decided by it: that is what the credentials are for. */
@AggregateRoot(type = "Identity")
public class IdentityAggregate extends EventSourced<String, IdentityEvent> {

    @AggregateIdentifier
    private @Nullable String subject;

    public IdentityAggregate() {
        super("");
    }

    @EventSourcingHandler
    void on(IdentityEvent event) {
        subject = event.subject();
        become(event.subject());
    }
}
