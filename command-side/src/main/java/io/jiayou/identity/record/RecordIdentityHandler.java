package io.jiayou.identity.record;

import io.jiayou.command.Aggregates;
import io.jiayou.command.Shells;
import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.rules.Rule;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Writes {@link RecordIdentity} down. */
@Component
public class RecordIdentityHandler {

    private final Aggregates<IdentityAggregate, String, IdentityEvent> streams;

    public RecordIdentityHandler(EventStore events) {
        streams = new Aggregates<>(
                events,
                new Shells<>(IdentityAggregate.class, IdentityAggregate::new, IdentityEvent.class),
                Rule.ACCOUNT_UNKNOWN,
                Rule.ACCOUNT_UNKNOWN);
    }

    @CommandHandler
    void handle(RecordIdentity command) {
        streams.decideNew(command.subject(), before -> List.of(command.event()));
    }
}
