package io.jiayou.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** A query side alone: it checks tokens by the keys that another process publishes. */
class RemoteKeysTest {

    private static final String ISSUER = "urn:jiayou";

    private final ECKey first = key("first");
    private final ECKey second = key("second");
    private final HttpServer publisher;
    private final JwtDecoder decoder;
    private volatile JWKSet published = new JWKSet(first);
    private volatile int fetched;

    RemoteKeysTest() throws IOException {
        publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        decoder = AccessTokens.decoder(
                RemoteKeys.at("http://127.0.0.1:" + publisher.getAddress().getPort() + "/jwks"), ISSUER);
    }

    @BeforeEach
    void publish() {
        publisher.createContext("/jwks", exchange -> {
            fetched++;
            byte[] keys = published.toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        publisher.start();
    }

    @AfterEach
    void stop() {
        publisher.stop(0);
    }

    @Test
    void believesATokenAndKeepsTheKeysThatItFetched() throws JOSEException, ParseException {
        for (int n = 0; n < 10; n++) {
            Caller caller = AccessTokens.caller(decoder.decode(token(first, 300)));
            assertThat(caller).isEqualTo(new Caller("someone", Role.DRIVER, "d1", null, Set.of(), "s1"));
        }

        assertThat(fetched).isEqualTo(1);
    }

    @Test
    void fetchesTheKeysAnewForOneThatItDoesNotKnow() throws JOSEException, ParseException {
        decoder.decode(token(first, 300));
        published = new JWKSet(List.of(first, second));

        assertThat(decoder.decode(token(second, 300)).getSubject()).isEqualTo("someone");
        assertThat(decoder.decode(token(first, 300)).getSubject()).isEqualTo("someone");
        assertThat(fetched).isEqualTo(2);
    }

    @Test
    void goesOnWhileThePublisherIsAway() throws JOSEException, ParseException {
        decoder.decode(token(first, 300));
        publisher.stop(0);

        assertThat(decoder.decode(token(first, 300)).getSubject()).isEqualTo("someone");
    }

    @Test
    void refusesWhatIsOverOrLivesTooLongOrIsOfAnUnknownKey() throws JOSEException, ParseException {
        String over = token(first, -10);
        String tooLong = token(first, 601);
        String unknown = token(second, 300);

        assertThatThrownBy(() -> decoder.decode(over)).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> decoder.decode(tooLong)).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> decoder.decode(unknown)).isInstanceOf(JwtException.class);
        assertThat(decoder.decode(token(first, 600)).getSubject()).isEqualTo("someone");
    }

    @Test
    void believesNobodyWhereNoKeysAreConfigured() throws JOSEException, ParseException {
        String token = token(first, 300);
        JwtDecoder without = AccessTokens.decoder(RemoteKeys.none(), ISSUER);

        assertThatThrownBy(() -> without.decode(token)).isInstanceOf(JwtException.class);
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(ECKey key, long seconds) throws JOSEException, ParseException {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss",
                ISSUER,
                "aud",
                Claims.AUDIENCE,
                "sub",
                "someone",
                "jti",
                "t1",
                "iat",
                now,
                "exp",
                now + seconds));
        claims.putAll(Map.of(Claims.ROLE, "driver", Claims.DRIVER, "d1", Claims.SESSION, "s1"));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(Claims.TYPE))
                        .keyID(key.getKeyID())
                        .build(),
                JWTClaimsSet.parse(claims));
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }
}
