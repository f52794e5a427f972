package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.jiayou.http.access.Claims;
import io.jiayou.http.access.PublishedKeys;
import io.jiayou.http.perimeter.AddressListKeeper;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.Listing;
import io.jiayou.security.events.SecurityEvent;
import java.time.Instant;
import java.util.Date;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Requests from this machine's own address, with and without something that shows who sits there. */
@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jiayou.access=open",
            "jiayou.perimeter.unlimited=",
            "jiayou.perimeter.requests-per-address=20",
            "jiayou.perimeter.requests-per-actor=10"
        })
@Import(TerminalIT.Keys.class)
class TerminalIT {

    private static final String ASKED = "/things?first=1";
    private static final ECKey KEY = key();

    private final Client client;
    private final EventStore events;
    private final AddressListKeeper keeper;

    @Autowired
    TerminalIT(@LocalServerPort int port, EventStore events, AddressListKeeper keeper) {
        this.client = new Client(port);
        this.events = events;
        this.keeper = keeper;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Keys {

        @Bean
        PublishedKeys publishedKeys() {
            return (selector, context) -> selector.select(new JWKSet(KEY));
        }
    }

    @Test
    void haveNoLimitAndAlwaysGetInWithATokenOfTheTerminalAlone() throws Exception {
        assertThat(refusals(client)).isPositive();
        assertThat(refusals(with(token("somebody")))).isPositive();
        assertThat(refusals(with(token("terminal")))).isZero();
        assertThat(refusals(with(token("terminal.root")))).isZero();
        assertThat(with(token("terminal"), "X-Forwarded-For", "127.0.0.1")
                        .get(ASKED)
                        .status())
                .isEqualTo(429);

        events.publish(new GenericDomainEventMessage<>(
                "Security",
                SecurityEvent.ADDRESSES,
                0,
                new AddressesListed("203.0.113.0/24", Listing.ALLOWED, "a test", Instant.EPOCH)));
        keeper.look();

        client.get(ASKED).isProblem(403, "address-refused");
        with(token("somebody")).get(ASKED).isProblem(403, "address-refused");
        assertThat(with(token("terminal")).get(ASKED).status()).isEqualTo(200);
        with(token("terminal"), "X-Forwarded-For", "127.0.0.1").get(ASKED).isProblem(403, "address-refused");
    }

    private Client with(String token, String... more) {
        String[] headers = new String[more.length + 4];
        headers[0] = "Authorization";
        headers[1] = "Bearer " + token;
        headers[2] = "Accept-Language";
        headers[3] = "en";
        System.arraycopy(more, 0, headers, 4, more.length);
        return client.with(headers);
    }

    private static int refusals(Client client) {
        int refused = 0;
        for (int n = 0; n < 50; n++) {
            refused += client.get(ASKED).status() == 429 ? 1 : 0;
        }
        return refused;
    }

    private static String token(String subject) throws Exception {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(KEY.getKeyID())
                        .type(new JOSEObjectType(Claims.TYPE))
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer("urn:jiayou")
                        .audience(Claims.AUDIENCE)
                        .subject(subject)
                        .jwtID(subject)
                        .claim(Claims.ROLE, "operations")
                        .claim(Claims.SESSION, "s1")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .build());
        token.sign(new ECDSASigner(KEY));
        return token.serialize();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("key").generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
