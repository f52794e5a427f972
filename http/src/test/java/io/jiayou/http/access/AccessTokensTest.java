package io.jiayou.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.access.Scope;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class AccessTokensTest {

    private static final ECKey KEY = key("ours");

    private final PublishedKeys published = (selector, context) -> selector.select(new JWKSet(KEY.toPublicJWK()));
    private final JwtDecoder decoder = AccessTokens.decoder(published, "urn:jiayou");

    @Test
    void sayWhomTheyAreAbout() {
        assertThat(caller(claims())).isEqualTo(new Caller("someone", Role.DRIVER, "d1", null, Set.of(), "s1"));
    }

    @Test
    void ofMachinesSayTheirScopes() {
        Map<String, Object> claims = claims();
        claims.remove(Claims.DRIVER);
        claims.putAll(Map.of(Claims.ROLE, "machine", Claims.STATION, "s7", Claims.SCOPE, "pump reading"));

        assertThat(caller(claims))
                .isEqualTo(new Caller("someone", Role.MACHINE, null, "s7", Set.of(Scope.PUMP, Scope.READING), "s1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "jti", "iat", "exp", "sid", "role"})
    void areNotBelievedWithoutAClaim(String missing) {
        Map<String, Object> claims = claims();
        claims.remove(missing);

        assertNotBelieved(token(claims));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "jti", "sid", "role"})
    void areNotBelievedWithAnEmptyClaim(String empty) {
        Map<String, Object> claims = claims();
        claims.put(empty, " ");

        assertNotBelieved(token(claims));
    }

    @Test
    void areNotBelievedForAnotherAudienceBesides() {
        Map<String, Object> claims = claims();
        claims.put("aud", List.of("jiayou", "another"));

        assertNotBelieved(token(claims));
    }

    @Test
    void areNotBelievedIfTheyWouldLiveLongerThanTenMinutes() {
        Map<String, Object> claims = claims();
        long issued = Instant.now().getEpochSecond();
        claims.putAll(Map.of("iat", issued, "exp", issued + 600));
        assertThat(caller(claims).actor()).isEqualTo("someone");

        claims.put("exp", issued + 601);
        assertNotBelieved(token(claims));
    }

    @Test
    void areNotBelievedWithWordsOfTheirOwnInTheHeader() {
        assertNotBelieved(token(claims(), header -> header.customParam("note", "believe me")));
        assertNotBelieved(token(claims(), header -> header.jwk(KEY.toPublicJWK())));
    }

    @Test
    void areNotBelievedAsTokensOfAnotherType() {
        assertNotBelieved(token(claims(), header -> header.type(JOSEObjectType.JWT)));
    }

    /** Of the clock that is shown alone, wherever this machine's own stands. */
    @Test
    void areBelievedByTheClockThatTheyAreReadWith() {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        Map<String, Object> claims = claims();
        claims.putAll(Map.of("iat", yesterday.getEpochSecond(), "exp", yesterday.getEpochSecond() + 300));
        JwtDecoder then = AccessTokens.decoder(published, "urn:jiayou", Clock.fixed(yesterday, ZoneOffset.UTC));

        assertThat(then.decode(token(claims)).getSubject()).isEqualTo("someone");
        assertNotBelieved(token(claims));
    }

    @Test
    void onceBelievedSpeakForTheirCaller() {
        assertThat(Tokens.driver("d1").isAuthenticated()).isTrue();
        assertThat(Tokens.driver("d1").getPrincipal().driverId()).isEqualTo("d1");
    }

    @Test
    void publishTheirKeysWithoutWhatIsSecret() throws KeySourceException {
        TokenKeys keys = new TokenKeys((selector, context) -> selector.select(new JWKSet(KEY)));

        assertThat(keys.all().getKeys()).singleElement().satisfies(key -> {
            assertThat(key.getKeyID()).isEqualTo("ours");
            assertThat(key.isPrivate()).isFalse();
        });
    }

    private static Map<String, Object> claims() {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss", "urn:jiayou", "aud", "jiayou", "sub", "someone", "jti", "t1", "iat", now, "exp", now + 300));
        claims.putAll(Map.of(Claims.ROLE, "driver", Claims.DRIVER, "d1", Claims.SESSION, "s1"));
        return claims;
    }

    private Caller caller(Map<String, Object> claims) {
        return AccessTokens.caller(decoder.decode(token(claims)));
    }

    private void assertNotBelieved(String token) {
        assertThatExceptionOfType(JwtException.class).isThrownBy(() -> decoder.decode(token));
    }

    private static String token(Map<String, Object> claims) {
        return token(claims, header -> header);
    }

    private static String token(Map<String, Object> claims, UnaryOperator<JWSHeader.Builder> more) {
        try {
            JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType(Claims.TYPE))
                    .keyID(KEY.getKeyID());
            SignedJWT token = new SignedJWT(more.apply(header).build(), JWTClaimsSet.parse(claims));
            token.sign(new ECDSASigner(KEY));
            return token.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
