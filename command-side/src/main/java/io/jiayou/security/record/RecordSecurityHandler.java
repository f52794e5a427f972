package io.jiayou.security.record;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Writes {@link RecordSecurity} down. */
@Component
public class RecordSecurityHandler {

    private final SecurityStreams streams;

    public RecordSecurityHandler(SecurityStreams streams) {
        this.streams = streams;
    }

    @CommandHandler
    void handle(RecordSecurity command) {
        streams.append(command.event());
    }
}
