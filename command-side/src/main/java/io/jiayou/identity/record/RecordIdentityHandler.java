package io.jiayou.identity.record;

import io.jiayou.command.AppendOnly;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Writes {@link RecordIdentity} down, in the stream of an account, a key or a session. Nothing is decided by that stream, for which
 * there are the credentials: whatever stands in it keeps nobody from being shut out.
 */
@Component
public class RecordIdentityHandler {

    private final AppendOnly streams;

    public RecordIdentityHandler(EventStore events) {
        this.streams = new AppendOnly(events, "Identity");
    }

    @CommandHandler
    void handle(RecordIdentity command) {
        streams.append(command.subject(), command.event());
    }
}
