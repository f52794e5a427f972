package io.jiayou.http.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Reads the token of a request. Where everybody may ask, one that can't be believed is as good as none: a client whose token has
 * expired can log in, refresh it and look for stations without taking it off its requests first. Anywhere else it's refused, in an
 * open system too, where it would otherwise do more than a good one.
 */
final class TokensThatMatter implements BearerTokenResolver {

    private final BearerTokenResolver header = new DefaultBearerTokenResolver();
    private final EndpointRights endpoints;
    private final AuthenticationManager tokens;

    TokensThatMatter(EndpointRights endpoints, AuthenticationManager tokens) {
        this.endpoints = endpoints;
        this.tokens = tokens;
    }

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        return isForEverybody(request) ? believable(request) : header.resolve(request);
    }

    private boolean isForEverybody(HttpServletRequest request) {
        return endpoints
                .of(request)
                .filter(match -> match.rule().rights().everybody())
                .isPresent();
    }

    /** A token that may be good, which nobody can know yet, isn't passed over: its caller is told to come again. */
    private @Nullable String believable(HttpServletRequest request) {
        try {
            String token = header.resolve(request);
            if (token != null) {
                tokens.authenticate(new BearerTokenAuthenticationToken(token));
            }
            return token;
        } catch (UnknownYet e) {
            return header.resolve(request);
        } catch (AuthenticationException e) {
            return null;
        }
    }
}
