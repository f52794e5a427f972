package io.jiayou.http.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Believes a token again that was believed less than a minute ago, to the letter, without checking its signature once more: that
 * would be most of what a request costs. Never beyond its expiry; a key that is withdrawn is believed for that minute.
 */
final class RememberedTokens implements JwtDecoder {

    private static final Duration FOR = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private record Believed(Jwt token, Instant until) {}

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Map<String, Believed> believed = new ConcurrentHashMap<>();

    RememberedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        Instant now = clock.instant();
        Believed known = believed.get(token);
        if (known != null && now.isBefore(known.until())) {
            return known.token();
        }
        Jwt decoded = decoder.decode(token);
        Instant expires = decoded.getExpiresAt();
        if (expires != null) {
            Instant until = now.plus(FOR);
            if (believed.size() >= MOST) {
                believed.clear();
            }
            believed.put(token, new Believed(decoded, until.isBefore(expires) ? until : expires));
        }
        return decoded;
    }
}
