package io.jiayou.security.record;

import io.jiayou.command.EventSourced;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.AddressesUnlisted;
import io.jiayou.security.events.SecurityEvent;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateRoot;

/** The border's stream of the list of addresses: what stands on it, by range. The border's other streams decide nothing. */
@AggregateRoot(type = "Security")
public class SecurityStream extends EventSourced<Map<String, AddressesListed>, SecurityEvent> {

    public SecurityStream() {
        super(Map.of());
    }

    @EventSourcingHandler
    void on(SecurityEvent event) {
        become(after(event));
    }

    private Map<String, AddressesListed> after(SecurityEvent event) {
        Map<String, AddressesListed> listed = new HashMap<>(state());
        switch (event) {
            case AddressesListed it -> listed.put(it.range(), it);
            case AddressesUnlisted it -> listed.remove(it.range());
            default -> throw new IllegalArgumentException("not about addresses");
        }
        return Map.copyOf(listed);
    }
}
