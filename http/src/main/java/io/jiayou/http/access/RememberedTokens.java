package io.jiayou.http.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/**
 * Believes a token again that was believed less than a minute ago, to the letter, without checking its signature once more: that
 * would be most of what a request costs. Never beyond its expiry, nor when the clock was set back; a key that is withdrawn is
 * believed for that minute.
 * Whether its session has ended is asked each time.
 */
final class RememberedTokens implements AuthenticationManager {

    private static final Duration FOR = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private record Believed(TokenOfCaller caller, Instant since, Instant until) {}

    private final JwtAuthenticationProvider provider;
    private final EndedSessions ended;
    private final InstantSource clock;
    private final Map<String, Believed> believed = new ConcurrentHashMap<>();

    RememberedTokens(JwtDecoder decoder, EndedSessions ended, InstantSource clock) {
        this.provider = new JwtAuthenticationProvider(decoder);
        this.provider.setJwtAuthenticationConverter(TokenOfCaller::new);
        this.ended = ended;
        this.clock = clock;
    }

    /**
     * The caller of a token.
     *
     * @throws UnknownYet if this node can't know yet whether the session has ended
     */
    @Override
    public Authentication authenticate(Authentication request) {
        TokenOfCaller caller = believed(request);
        if (!ended.isWhole()) {
            throw new UnknownYet();
        }
        if (ended.has(caller.getPrincipal(), caller.issued())) {
            throw new InvalidBearerTokenException("the session has ended");
        }
        return caller;
    }

    private TokenOfCaller believed(Authentication request) {
        String token = ((BearerTokenAuthenticationToken) request).getToken();
        Instant now = clock.instant();
        Believed known = believed.get(token);
        if (known != null && now.isBefore(known.until()) && !now.isBefore(known.since())) {
            return known.caller();
        }
        TokenOfCaller caller = (TokenOfCaller) provider.authenticate(request);
        Instant until = now.plus(FOR);
        if (believed.size() >= MOST) {
            believed.clear();
        }
        believed.put(token, new Believed(caller, now, until.isBefore(caller.expires()) ? until : caller.expires()));
        return caller;
    }
}
