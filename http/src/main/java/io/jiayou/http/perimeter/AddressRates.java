package io.jiayou.http.perimeter;

import io.jiayou.http.addresses.AddressRange;
import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Bounds;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How much one address may send: an IPv4 address, or an IPv6 network of 64 bits, which is what one customer usually has. Who
 * has been given 48 bits could come from 65,536 such networks; all of them together may send a few times as much.
 */
final class AddressRates {

    private static final long CUSTOMERS_IN_A_NETWORK = 4;

    private final RateLimit each;
    private final RateLimit network;

    AddressRates(String policy, Bound rate, Bounds bounds, LongSupplier nanos) {
        long perMinute = bounds.get(rate);
        long places = bounds.get(Bound.ADDRESSES);
        each = new RateLimit(policy, perMinute, places, nanos);
        network = new RateLimit(policy, perMinute * CUSTOMERS_IN_A_NETWORK, places, nanos);
    }

    /** Counts a request. Of the two rates of an IPv6 address the narrower one is told, until the other one refuses. */
    Optional<Standing> count(InetAddress client) {
        Optional<Standing> alone = each.count(AddressRange.customer(client).toString());
        if (alone.filter(Standing::isRefused).isPresent() || !(client instanceof Inet6Address)) {
            return alone;
        }
        return network.count(AddressRange.network(client).toString())
                .filter(Standing::isRefused)
                .or(() -> alone);
    }

    int size() {
        return each.size() + network.size();
    }
}
