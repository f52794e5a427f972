package io.jiayou.http.access;

import io.jiayou.access.Caller;
import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
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

    static Optional<Caller> of(@Nullable Authentication authentication) {
        return authentication instanceof TokenOfCaller token ? Optional.of(token.getPrincipal()) : Optional.empty();
    }
}
