package io.jiayou.http.perimeter;

import io.jiayou.http.addresses.AddressRange;
import io.jiayou.http.addresses.Peers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who sent a request that came through proxies. Only what a configured proxy says is believed: of {@code
 * X-Forwarded-For} the last address that isn't such a proxy's own, since whatever stands before it the sender may have
 * invented. From anybody else all these headers are dropped; so is RFC 7239's {@code Forwarded} from everybody.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class ForwardedAddress extends OncePerRequestFilter {

    /** Set when somebody who isn't trusted said that he is a proxy. */
    static final String STRANGE_PROXY = ForwardedAddress.class.getName() + ".strange";

    private static final String FOR = "x-forwarded-for";
    private static final Set<String> BELIEVED = Set.of("x-forwarded-proto", "x-forwarded-host", "x-forwarded-port");
    private static final Set<String> DROPPED =
            Set.of("forwarded", FOR, "x-forwarded-prefix", "x-forwarded-ssl", "x-real-ip");

    private final PerimeterSettings settings;
    /** Spring's own, which knows how the scheme, the host and the port change an address. */
    private final ForwardedHeaderFilter forwarded = new ForwardedHeaderFilter();

    ForwardedAddress(PerimeterSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        InetAddress peer = Peers.of(request);
        boolean trusted = settings.isTrustedProxy(peer);
        boolean proxied = request.getHeader(FOR) != null || request.getHeader("forwarded") != null;
        if (!trusted && proxied) {
            request.setAttribute(STRANGE_PROXY, true);
        }
        InetAddress client = trusted ? client(request, peer) : peer;
        Peers.note(request, client);
        forwarded.doFilter(new Believed(request, client, trusted), response, chain);
    }

    private InetAddress client(HttpServletRequest request, InetAddress peer) {
        InetAddress nearest = peer;
        for (String hop : hops(request).reversed()) {
            try {
                nearest = AddressRange.address(hop);
            } catch (IllegalArgumentException noAddress) {
                return nearest;
            }
            if (!settings.isTrustedProxy(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    private static List<String> hops(HttpServletRequest request) {
        List<String> hops = new ArrayList<>();
        for (String line : Collections.list(request.getHeaders(FOR))) {
            for (String hop : line.split(",", -1)) {
                hops.add(hop.strip());
            }
        }
        return hops;
    }

    private static final class Believed extends HttpServletRequestWrapper {

        private final InetAddress client;
        private final boolean trusted;

        private Believed(HttpServletRequest request, InetAddress client, boolean trusted) {
            super(request);
            this.client = client;
            this.trusted = trusted;
        }

        @Override
        public String getRemoteAddr() {
            return client.getHostAddress();
        }

        @Override
        public String getRemoteHost() {
            return getRemoteAddr();
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isDropped(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isDropped(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !isDropped(name))
                    .toList());
        }

        private boolean isDropped(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return DROPPED.contains(lower) || !trusted && BELIEVED.contains(lower);
        }
    }
}
