package io.jiayou.identity.record;

import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.values.Bounds;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Writes {@link RecordIdentity} down, in the stream of an account, a key or a session. Nothing is decided by that stream, for which
 * there are the credentials, and so none of it is read: an event there that nobody can read, or that is annulled, keeps nobody from
 * being shut out.
 */
@Component
public class RecordIdentityHandler {

    private static final String STREAM = "Identity";

    private final EventStore events;

    public RecordIdentityHandler(EventStore events) {
        this.events = events;
    }

    /** Where another node is faster the store refuses the place, and the command is sent again. */
    @CommandHandler
    void handle(RecordIdentity command) {
        IdentityEvent event = command.event();
        Bounds.require(event);
        long place = events.lastSequenceNumberFor(command.subject())
                .map(last -> last + 1)
                .orElse(0L);
        events.publish(new GenericDomainEventMessage<>(STREAM, command.subject(), place, event));
    }
}
