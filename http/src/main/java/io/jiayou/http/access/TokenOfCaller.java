package io.jiayou.http.access;

import io.jiayou.access.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** A caller's token as Spring Security keeps it. What the caller may is in the table of rights, not in authorities. */
final class TokenOfCaller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Caller caller;
    private final Instant expires;

    TokenOfCaller(Jwt token) {
        super(List.of());
        caller = AccessTokens.caller(token);
        expires = Objects.requireNonNull(token.getExpiresAt());
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    Instant expires() {
        return expires;
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
