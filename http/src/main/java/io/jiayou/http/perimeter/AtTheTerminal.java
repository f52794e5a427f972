package io.jiayou.http.perimeter;

import io.jiayou.access.Caller;
import io.jiayou.http.access.Callers;
import io.jiayou.http.addresses.Peers;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Whether somebody sits at this machine and has shown it: who can read the data directory can do anything to it anyway. That a
 * request comes from this machine's own address shows nothing; so do all those that a proxy here passes on.
 */
public final class AtTheTerminal {

    private static final String HEALTH = "/actuator/health";
    private static final String LOGIN = "/api/sessions/terminal";
    /** Whom tokens are about that were given out at the terminal. */
    private static final String BEARER = "Bearer ";

    private final Supplier<JwtDecoder> tokens;

    AtTheTerminal(Supplier<JwtDecoder> tokens) {
        this.tokens = tokens;
    }

    /** Shown by a token. It's believed only after its signature was checked, so this isn't for each request. */
    boolean isShownBy(HttpServletRequest request, InetAddress client) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (!isDirect(request, client) || authorization == null || !authorization.startsWith(BEARER)) {
            return false;
        }
        try {
            return Caller.isAtTerminal(tokens.get()
                    .decode(authorization.substring(BEARER.length()))
                    .getSubject());
        } catch (JwtException e) {
            return false;
        }
    }

    /** Whether a request that was let in came from there. */
    public static boolean isWhereFrom(HttpServletRequest request) {
        return isDirect(request, Peers.of(request)) && Caller.isAtTerminal(Callers.actorOf(request));
    }

    /** Whether a caller came from there, who keeps the right to be here whatever addresses are let in. */
    public static boolean isWhereFrom(@Nullable Caller caller, InetAddress from) {
        return caller != null && Caller.isAtTerminal(caller.actor()) && from.isLoopbackAddress();
    }

    /**
     * What nobody here can show a token for: logging in by the key in the data directory, and whether the process is alive, which
     * supervisors ask.
     */
    static boolean needsNoToken(HttpServletRequest request, InetAddress client) {
        String path = request.getServletPath();
        return isDirect(request, client)
                && (request.getMethod().equals("POST") && path.equals(LOGIN)
                        || request.getMethod().equals("GET") && path.startsWith(HEALTH));
    }

    private static boolean isDirect(HttpServletRequest request, InetAddress client) {
        return client.isLoopbackAddress() && request.getAttribute(ForwardedAddress.STRANGE_PROXY) == null;
    }
}
