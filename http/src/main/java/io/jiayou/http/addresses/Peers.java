package io.jiayou.http.addresses;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/** The address that a request came from. */
public final class Peers {

    /** Set once it's known who a proxy speaks for. */
    private static final String CLIENT = "io.jiayou.client";

    private Peers() {}

    /** After the filter that reads what proxies say: the client's; before it: whoever made the connection. */
    public static InetAddress of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        int zone = address.indexOf('%');
        return AddressRange.address(zone < 0 ? address : address.substring(0, zone));
    }

    /** Notes the client of a request, for whoever sees it outside of the filters. */
    public static void note(HttpServletRequest request, InetAddress client) {
        request.setAttribute(CLIENT, client);
    }

    /** The client, also outside of the filters; of a request that no filter has seen, whoever made the connection. */
    public static InetAddress clientOf(HttpServletRequest request) {
        return request.getAttribute(CLIENT) instanceof InetAddress client ? client : of(request);
    }
}
