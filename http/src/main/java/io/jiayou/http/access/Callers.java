package io.jiayou.http.access;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who sent the request that this thread answers. */
public final class Callers {

    private Callers() {}

    /** The caller; none for a request without a token. */
    public static Optional<Caller> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    /** @throws ProblemException UNAUTHENTICATED for a request without a token */
    public static Caller required() {
        return current().orElseThrow(() -> new ProblemException(Problem.UNAUTHENTICATED, null, "a token is needed"));
    }

    /**
     * By what right the request goes on that this thread answers; in an open system it may have no end.
     *
     * @param from where it came from
     */
    public static Right right(InetAddress from) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof TokenOfCaller token
                ? new Right(token.getPrincipal(), token.issued(), token.expires(), from)
                : new Right(null, Instant.MAX, Instant.MAX, from);
    }

    /** The id of the actor of a request's token, also after the request was answered; null where none was believed. */
    public static @Nullable String actorOf(HttpServletRequest request) {
        return request.getAttribute(RoleCheck.ACTOR) instanceof String actor ? actor : null;
    }

    /** Whether the token of a request was a driver's, also after the request was answered. */
    public static boolean isOfDriver(HttpServletRequest request) {
        return request.getAttribute(RoleCheck.ROLE) == Role.DRIVER;
    }

    /** The role of a request's token, also after the request was answered; none where none was believed. */
    public static Optional<Role> roleOf(HttpServletRequest request) {
        return request.getAttribute(RoleCheck.ROLE) instanceof Role role ? Optional.of(role) : Optional.empty();
    }

    static Optional<Caller> of(@Nullable Authentication authentication) {
        return authentication instanceof TokenOfCaller token ? Optional.of(token.getPrincipal()) : Optional.empty();
    }
}
