package io.jiayou.http.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.access.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Reads access tokens. Believed is only what is signed with ES256 by a published key that the token names by its id;
 * what a token says about keys or algorithms besides is a reason to refuse it (RFC 8725).
 */
public final class AccessTokens {

    /** Clocks of two machines differ a little. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    /** A token from further in the future was made by a clock that has been set right since. */
    private static final Duration FURTHEST_AHEAD = Duration.ofSeconds(60);

    private static final Set<String> HEADERS = Set.of("alg", "kid", "typ");

    private AccessTokens() {}

    /** Decodes tokens of an issuer; throws JwtException for every token that can't be believed. */
    public static JwtDecoder decoder(PublishedKeys keys, String issuer) {
        return decoder(keys, issuer, Clock.systemUTC());
    }

    /** As above, by another clock. */
    public static JwtDecoder decoder(PublishedKeys keys, String issuer, Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(Claims.TYPE)));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        // the claims are for the validators below
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                times,
                new JwtIssuerValidator(issuer),
                token -> ofOurKind(token, clock.instant().plus(FURTHEST_AHEAD)))));
        return decoder;
    }

    /** Whom a token that was believed is about. */
    static Caller caller(Jwt token) {
        return new Caller(
                Objects.requireNonNull(token.getSubject()),
                role(token).orElseThrow(),
                token.getClaimAsString(Claims.DRIVER),
                token.getClaimAsString(Claims.STATION),
                scopes(token),
                Objects.requireNonNull(token.getClaimAsString(Claims.SESSION)));
    }

    private static OAuth2TokenValidatorResult ofOurKind(Jwt token, Instant latest) {
        return check(HEADERS.equals(token.getHeaders().keySet()), "headers")
                .or(() -> check(List.of(Claims.AUDIENCE).equals(token.getAudience()), "aud"))
                .or(() -> check(livesShortly(token), "exp"))
                .or(() -> check(!Objects.requireNonNull(token.getIssuedAt()).isAfter(latest), "iat"))
                .or(() -> check(isText(token.getSubject()) && isText(token.getId()), "sub"))
                .or(() -> check(isText(token.getClaimAsString(Claims.SESSION)), "sid"))
                .or(() -> check(role(token).isPresent(), "role"))
                .orElseGet(OAuth2TokenValidatorResult::success);
    }

    private static Optional<OAuth2TokenValidatorResult> check(boolean holds, String what) {
        return holds
                ? Optional.empty()
                : Optional.of(OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", what, null)));
    }

    private static boolean livesShortly(Jwt token) {
        Instant issued = token.getIssuedAt();
        Instant expires = token.getExpiresAt();
        return issued != null
                && expires != null
                && Duration.between(issued, expires).compareTo(Claims.LONGEST_LIFE) <= 0;
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static Optional<Role> role(Jwt token) {
        return Optional.ofNullable(token.getClaimAsString(Claims.ROLE)).flatMap(Role::of);
    }

    private static Set<Scope> scopes(Jwt token) {
        String scopes = Objects.requireNonNullElse(token.getClaimAsString(Claims.SCOPE), "");
        return Arrays.stream(scopes.split(" "))
                .map(Scope::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
