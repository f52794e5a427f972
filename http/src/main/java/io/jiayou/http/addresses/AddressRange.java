package io.jiayou.http.addresses;

import io.jiayou.rules.NotAllowed;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits, in CIDR's notation: {@code 203.0.113.0/24}, {@code 2001:db8::/32}; without
 * bits a single one. An IPv4 address in the form of IPv6 ({@code ::ffff:203.0.113.7}) is the IPv4 address.
 *
 * @param first the lowest of them
 */
public record AddressRange(InetAddress first, int bits) {

    private static final String FOUR = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final String SIX = "[0-9A-Fa-f]{1,4}";

    /** IPv6, where zeroes may be left out at one place. */
    private static final String ADDRESS_6 = "(?:" + SIX + ":){7}" + SIX + "|"
            + "(?:" + SIX + ":){1,7}:" + "|"
            + "(?:" + SIX + ":){1}(?::" + SIX + "){1,6}" + "|"
            + "(?:" + SIX + ":){2}(?::" + SIX + "){1,5}" + "|"
            + "(?:" + SIX + ":){3}(?::" + SIX + "){1,4}" + "|"
            + "(?:" + SIX + ":){4}(?::" + SIX + "){1,3}" + "|"
            + "(?:" + SIX + ":){5}(?::" + SIX + "){1,2}" + "|"
            + "(?:" + SIX + ":){6}(?::" + SIX + "){1,1}" + "|"
            + ":(?::" + SIX + "){1,7}" + "|"
            + "::";

    /** An address of either kind, alone or with its bits, as a pattern of ECMA-262. */
    public static final String WRITTEN = FOUR + "(?:\\." + FOUR + "){3}(?:/(?:3[0-2]|[12]?[0-9]))?|(?:" + ADDRESS_6
            + ")(?:/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?";

    private static final Pattern FOUR_NUMBERS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");
    private static final int CUSTOMER_BITS_4 = 32;
    /** What one customer usually gets of IPv6; who has it could send from another address every time. */
    private static final int CUSTOMER_BITS_6 = 64;

    private static final int NETWORK_BITS_4 = 24;
    private static final int NETWORK_BITS_6 = 48;

    public AddressRange {
        if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
            throw new NotAllowed("a range has 0 to 32 bits of IPv4, or 0 to 128 of IPv6");
        }
        first = masked(first, bits);
    }

    /** @throws IllegalArgumentException for anything else than a literal address with or without bits; names too */
    public static AddressRange of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            InetAddress one = address(text);
            return new AddressRange(one, one.getAddress().length * Byte.SIZE);
        }
        String bits = text.substring(slash + 1);
        if (!BITS.matcher(bits).matches()) {
            throw new NotAllowed("a range is an address with its bits: 203.0.113.0/24");
        }
        return new AddressRange(address(text.substring(0, slash)), Integer.parseInt(bits));
    }

    /** Reads an address, never a name. @throws IllegalArgumentException unless it is one */
    public static InetAddress address(String text) {
        boolean six = text.indexOf(':') >= 0 && text.indexOf('%') < 0;
        if (!six && !FOUR_NUMBERS.matcher(text).matches()) {
            throw new NotAllowed("an address is 203.0.113.7 or 2001:db8::7");
        }
        return InetAddress.ofLiteral(text);
    }

    /** Whose requests are counted together: an IPv4 address, or a customer's IPv6 network. */
    public static AddressRange customer(InetAddress address) {
        return new AddressRange(address, address instanceof Inet4Address ? CUSTOMER_BITS_4 : CUSTOMER_BITS_6);
    }

    /** What may be kept of an address for long: the network that it is in. */
    public static AddressRange network(InetAddress address) {
        return new AddressRange(address, address instanceof Inet4Address ? NETWORK_BITS_4 : NETWORK_BITS_6);
    }

    public boolean contains(InetAddress address) {
        return address.getAddress().length == first.getAddress().length
                && masked(address, bits).equals(first);
    }

    private static InetAddress masked(InetAddress address, int bits) {
        byte[] bytes = Arrays.copyOf(address.getAddress(), address.getAddress().length);
        for (int n = 0; n < bytes.length; n++) {
            int kept = Math.clamp(bits - (long) n * Byte.SIZE, 0, Byte.SIZE);
            bytes[n] &= (byte) (0xFF << (Byte.SIZE - kept));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}
