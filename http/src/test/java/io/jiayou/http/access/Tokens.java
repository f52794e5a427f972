package io.jiayou.http.access;

import io.jiayou.access.Role;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;

/** Tokens that were believed, for tests. */
final class Tokens {

    private Tokens() {}

    static TokenOfCaller driver(String driverId) {
        return new TokenOfCaller(
                token(Role.DRIVER).claim(Claims.DRIVER, driverId).build());
    }

    static TokenOfCaller of(Role role) {
        return new TokenOfCaller(token(role).build());
    }

    static Jwt.Builder token(Role role) {
        Instant now = Instant.now();
        return Jwt.withTokenValue("t")
                .header("alg", "ES256")
                .subject("someone")
                .claim(Claims.ROLE, role.code())
                .claim(Claims.SESSION, "s1")
                .issuedAt(now)
                .expiresAt(now.plusSeconds(300));
    }
}
