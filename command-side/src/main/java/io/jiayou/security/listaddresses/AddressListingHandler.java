package io.jiayou.security.listaddresses;

import io.jiayou.security.record.SecurityStreams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Handles {@link ListAddresses} and {@link UnlistAddresses}. */
@Component
public class AddressListingHandler {

    private final SecurityStreams streams;

    public AddressListingHandler(SecurityStreams streams) {
        this.streams = streams;
    }

    @CommandHandler
    void handle(ListAddresses command) {
        streams.decideOnAddresses(listed -> AddressListing.decide(listed, command));
    }

    @CommandHandler
    void handle(UnlistAddresses command) {
        streams.decideOnAddresses(listed -> AddressListing.decide(listed, command));
    }
}
