package io.jiayou.standalone;

import io.jiayou.http.addresses.AddressRange;
import java.net.InetAddress;

/**
 * Where a standalone system listens. Its own commands, and the parts of it that call others, find it on the loopback: so it listens
 * there alone or at all addresses. Who wants some of them only has a packet filter, or a gateway.
 *
 * @param text as it was written
 */
public record ListeningAddress(String text) {

    /** @throws IllegalArgumentException for an address that isn't the loopback's or that of all, and for names */
    public static ListeningAddress of(String text) {
        String written = text.strip();
        InetAddress address;
        try {
            address = AddressRange.address(written);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(refusal(text), e);
        }
        if (!address.isAnyLocalAddress() && !address.equals(InetAddress.ofLiteral("127.0.0.1"))) {
            throw new IllegalArgumentException(refusal(text));
        }
        return new ListeningAddress(written);
    }

    private static String refusal(String text) {
        return "it listens at 127.0.0.1 or at 0.0.0.0, not at " + text
                + ": its own commands find it on the loopback; a gateway or a packet filter chooses among the others";
    }
}
