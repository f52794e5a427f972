package io.jiayou.http.accesslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jiayou.access.Role;
import io.jiayou.http.CorrelationFilter;
import io.jiayou.http.access.Callers;
import io.jiayou.http.addresses.AddressRange;
import io.jiayou.http.addresses.Peers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept of a request: no query, header or body, no id of a person and no whole address.
 *
 * @param at when it was answered
 * @param route the pattern of the path, {@code /api/orders/{orderId}}: a path may hold whatever a client writes; null where there is none
 * @param millis from its first byte to the last of its answer
 * @param bytes of the answer as it was sent, with its head
 * @param role of its token, null without one
 * @param network where it came from; null for a driver's, and where drivers log in: no event says where a driver was, and by the
 *     correlation id the line belongs to events
 * @param correlationId as the answer, the events and other logs have it; null for what was refused before it had one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessLine(
        Instant at,
        @Nullable String method,
        @Nullable String route,
        int status,
        long millis,
        long bytes,
        @Nullable String role,
        @Nullable String network,
        @Nullable String correlationId) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SESSIONS = "/api/sessions";
    /** Where nobody but staff and programs log in. */
    private static final Set<String> NOT_OF_DRIVERS =
            Set.of(SESSIONS + "/staff", SESSIONS + "/machine", SESSIONS + "/terminal");

    static AccessLine of(HttpServletRequest request, Instant at, int status, long millis, long bytes) {
        String route = text(request, HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return new AccessLine(
                at,
                request.getMethod(),
                route,
                status,
                millis,
                bytes,
                Callers.roleOf(request).map(Role::code).orElse(null),
                mayBeADrivers(request, route)
                        ? null
                        : AddressRange.network(Peers.clientOf(request)).toString(),
                text(request, CorrelationFilter.MDC_KEY));
    }

    /** Whether a driver may have sent it, whose network isn't written down: so may whatever had no token that was believed. */
    private static boolean mayBeADrivers(HttpServletRequest request, @Nullable String route) {
        Optional<Role> role = Callers.roleOf(request);
        if (role.isPresent()) {
            return role.get() == Role.DRIVER;
        }
        String path = route == null ? request.getRequestURI() : route;
        return path == null || !NOT_OF_DRIVERS.contains(path);
    }

    private static @Nullable String text(HttpServletRequest request, String attribute) {
        Object value = request.getAttribute(attribute);
        return value == null ? null : value.toString();
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
