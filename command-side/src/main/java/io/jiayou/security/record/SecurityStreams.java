package io.jiayou.security.record;

import io.jiayou.command.Aggregates;
import io.jiayou.command.AppendOnly;
import io.jiayou.command.Shells;
import io.jiayou.rules.Rule;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.SecurityEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** The border's streams, as decisions and records write them. */
@Component
public class SecurityStreams {

    private static final String TYPE = "Security";

    private final Aggregates<SecurityStream, Map<String, AddressesListed>, SecurityEvent> lists;
    private final AppendOnly records;

    public SecurityStreams(EventStore events) {
        records = new AppendOnly(events, TYPE);
        lists = new Aggregates<>(
                events,
                Shells.ofFacts(SecurityStream.class, SecurityStream::new, SecurityEvent.class),
                Rule.ADDRESSES_NOT_LISTED,
                Rule.ADDRESSES_NOT_LISTED);
    }

    /** Decides on the list of addresses, by range. */
    public void decideOnAddresses(Function<Map<String, AddressesListed>, List<? extends SecurityEvent>> decision) {
        lists.decideNew(SecurityEvent.ADDRESSES, decision);
    }

    void append(SecurityEvent event) {
        records.append(event.subject(), event);
    }
}
