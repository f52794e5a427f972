package io.jiayou.http.access;

import io.jiayou.access.Caller;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;

/** A caller's token as Spring Security keeps it. What the caller may is in the table of rights, not in
 * authorities. */
final class TokenOfCaller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Caller caller;
    private final Instant issued;
    private final Instant expires;

    TokenOfCaller(Jwt token) {
        // what the health endpoint asks for
        super(AuthorityUtils.createAuthorityList(
                "ROLE_" + AccessTokens.caller(token).role().name()));
        caller = AccessTokens.caller(token);
        issued = Objects.requireNonNull(token.getIssuedAt());
        expires = Objects.requireNonNull(token.getExpiresAt());
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    Instant issued() {
        return issued;
    }

    Instant expires() {
        return expires;
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
