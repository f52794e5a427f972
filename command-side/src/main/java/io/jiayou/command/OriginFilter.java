package io.jiayou.command;

import io.jiayou.http.CorrelationFilter;
import io.jiayou.http.access.Callers;
import io.jiayou.http.addresses.AddressRange;
import io.jiayou.http.addresses.Peers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds the origin of a request: the caller of its token, or {@code anonymous} without one; the channel is what the client
 * says in {@value #CHANNEL_HEADER}, if it is one that we know.
 */
final class OriginFilter extends OncePerRequestFilter {

    static final String CHANNEL_HEADER = "X-Channel";

    private static final Set<String> CHANNELS =
            Set.of("mini-program", "console", "import", "demo", "api", "archive", "read-models");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String channel = request.getHeader(CHANNEL_HEADER);
        String known = channel != null && CHANNELS.contains(channel) ? channel : "api";
        String correlation = String.valueOf(MDC.get(CorrelationFilter.MDC_KEY));
        String network = AddressRange.network(Peers.of(request)).toString();
        Origin origin = Callers.current()
                .map(caller -> Origin.of(caller, known, correlation, network))
                .orElseGet(() -> Origin.anonymous(known, correlation, network));
        try {
            origin.call(() -> {
                chain.doFilter(request, response);
                return known;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
