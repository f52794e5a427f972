package io.jiayou.http.addresses;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/** The address that a request came from. */
public final class Peers {

    private Peers() {}

    /** After the filter that reads what proxies say: the client's; before it: whoever made the connection. */
    public static InetAddress of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        int zone = address.indexOf('%');
        return AddressRange.address(zone < 0 ? address : address.substring(0, zone));
    }
}
