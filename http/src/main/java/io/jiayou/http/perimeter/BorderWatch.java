package io.jiayou.http.perimeter;

import io.jiayou.http.access.Callers;
import io.jiayou.http.addresses.AddressRange;
import io.jiayou.http.addresses.Peers;
import io.jiayou.security.events.RefusalKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes which requests were refused at the border, and who took much away at once. */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class BorderWatch extends OncePerRequestFilter {

    private static final String LOGINS = "/api/sessions/";
    private static final Pattern EXPORTS =
            Pattern.compile("/api/(audit/export|audit/report(\\.csv|\\.pdf)?|drivers/[^/]+/export)");

    private final Sightings sightings;
    private final Clock clock;

    BorderWatch(Sightings sightings, Clock clock) {
        this.sightings = sightings;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        @Nullable String actor = Callers.actorOf(request);
        refusal(request, response.getStatus()).ifPresent(kind -> sightings.refused(kind, actor, network(request)));
        String path = request.getServletPath();
        if (actor != null
                && response.getStatus() == HttpServletResponse.SC_OK
                && EXPORTS.matcher(path).matches()) {
            sightings.exported(actor, request.getMethod() + " " + path, clock.instant());
        }
    }

    /** None of a driver: it becomes part of an event, and no event says where a driver is. */
    private static @Nullable String network(HttpServletRequest request) {
        return Callers.isOfDriver(request)
                ? null
                : AddressRange.network(Peers.of(request)).toString();
    }

    private static Optional<RefusalKind> refusal(HttpServletRequest request, int status) {
        return switch (status) {
            case 401 -> Optional.of(unauthenticated(request));
            case 403 ->
                Optional.of(
                        request.getAttribute(AddressGate.KEPT_OUT) == null
                                ? RefusalKind.FORBIDDEN
                                : RefusalKind.ADDRESS_REFUSED);
            case 429 -> Optional.of(RefusalKind.TOO_MANY_REQUESTS);
            default -> Optional.empty();
        };
    }

    private static RefusalKind unauthenticated(HttpServletRequest request) {
        if (request.getServletPath().startsWith(LOGINS) && request.getMethod().equals("POST")) {
            return RefusalKind.LOGIN_REFUSED;
        }
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? RefusalKind.UNAUTHENTICATED
                : RefusalKind.TOKEN_NOT_BELIEVED;
    }
}
