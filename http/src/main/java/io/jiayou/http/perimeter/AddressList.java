package io.jiayou.http.perimeter;

import io.jiayou.http.addresses.AddressRange;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.AddressesUnlisted;
import io.jiayou.security.events.Listing;
import io.jiayou.security.events.SecurityEvent;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which addresses operations let in or keep out, as the events say. This machine's own address is one like others: behind it may be
 * a proxy with everybody's requests.
 */
public final class AddressList {

    private volatile Map<AddressRange, AddressesListed> entries = Map.of();

    /** Takes in what operations did, in its order. */
    synchronized void follow(SecurityEvent event) {
        Map<AddressRange, AddressesListed> next = new LinkedHashMap<>(entries);
        if (event instanceof AddressesListed listed) {
            next.put(AddressRange.of(listed.range()), listed);
        } else if (event instanceof AddressesUnlisted unlisted) {
            next.remove(AddressRange.of(unlisted.range()));
        }
        entries = next;
    }

    public List<AddressesListed> all() {
        return List.copyOf(entries.values());
    }

    public boolean letsIn(InetAddress address) {
        return letsIn(entries, address);
    }

    /** Whether an address would still get in with one more entry. */
    public boolean wouldLetIn(InetAddress address, AddressRange range, Listing listing) {
        Map<AddressRange, AddressesListed> next = new LinkedHashMap<>(entries);
        next.put(range, new AddressesListed(range.toString(), listing, null, Instant.EPOCH));
        return letsIn(next, address);
    }

    private static boolean letsIn(Map<AddressRange, AddressesListed> entries, InetAddress address) {
        if (entries.isEmpty()) {
            return true;
        }
        boolean denied = entries.entrySet().stream()
                .anyMatch(it ->
                        it.getValue().listing() == Listing.DENIED && it.getKey().contains(address));
        Collection<AddressRange> allowed = entries.entrySet().stream()
                .filter(it -> it.getValue().listing() == Listing.ALLOWED)
                .map(Map.Entry::getKey)
                .toList();
        return !denied && (allowed.isEmpty() || allowed.stream().anyMatch(it -> it.contains(address)));
    }
}
