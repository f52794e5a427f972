package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.http.perimeter.AddressListKeeper;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.Listing;
import io.jiayou.security.events.SecurityEvent;
import java.io.IOException;
import java.time.Instant;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests through a proxy on this machine, which says for whom it asks. */
@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jiayou.access=open",
            "jiayou.perimeter.unlimited=",
            "jiayou.http.cors-origins=https://console.example",
            "jiayou.perimeter.trusted-proxies=127.0.0.1, 10.7.0.0/16",
            "jiayou.perimeter.requests-per-address=20",
            "jiayou.perimeter.logins-per-address=3"
        })
class PerimeterIT {

    private static final String ASKED = "/things?first=1";

    private final Client client;
    private final EventStore events;
    private final AddressListKeeper keeper;

    @Autowired
    PerimeterIT(@LocalServerPort int port, EventStore events, AddressListKeeper keeper) {
        this.client = new Client(port);
        this.events = events;
        this.keeper = keeper;
    }

    @Test
    void anAddressThatSendsTooMuchIsToldToWait() {
        assertThat(answered("198.51.100.1", 20)).isEqualTo(20);

        Answer refused = from("198.51.100.1").get(ASKED).isProblem(429, "too-many-requests");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 3L);
        assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(from("198.51.100.2").get(ASKED).status()).isEqualTo(200);
    }

    /** A browser asks beforehand, and doesn't show its page what it was answered to that. */
    @Test
    void aPageOfAnotherOriginIsToldToWait() throws IOException {
        answered("198.51.100.31", 20);

        String origin = "Origin: https://console.example\r\n";
        assertThat(raw("OPTIONS", origin + "Access-Control-Request-Method: PUT\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("Access-Control-Allow-Methods: GET,HEAD,POST,PUT,DELETE")
                .contains("X-Content-Type-Options: nosniff");
        assertThat(raw("OPTIONS", origin + "Access-Control-Request-Method: PATCH\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("\"code\":\"forbidden\"");
        assertThat(raw("PUT", origin + "Content-Length: 0\r\n"))
                .startsWith("HTTP/1.1 429")
                .contains("Access-Control-Allow-Origin: https://console.example");
    }

    private String raw(String method, String headers) throws IOException {
        return client.sendRaw(
                "%s /things/a HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 198.51.100.31\r\n%sConnection: close\r\n\r\n"
                        .formatted(method, headers));
    }

    @Test
    void whoeverIsCountedIsToldWhatIsLeft() {
        Answer first = from("198.51.100.21").get(ASKED);

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"address\";q=20;w=60");
        assertThat(first.header("RateLimit")).isEqualTo("\"address\";r=19;t=3");
        assertThat(from("198.51.100.21").get("/nowhere").header("RateLimit")).startsWith("\"address\";r=1");

        answered("198.51.100.21", 20);
        Answer refused = from("198.51.100.21").get(ASKED).isProblem(429, "too-many-requests");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"address\";q=20;w=60");
        assertThat(refused.header("RateLimit")).matches("\"address\";r=0;t=(5[89]|60)");
    }

    @Test
    void aLoginIsToldHowManyMoreThereMayBe() {
        Answer login = from("198.51.100.22").post("/api/sessions/staff", "{}");

        assertThat(login.header("RateLimit-Policy")).isEqualTo("\"logins\";q=3;w=60");
        assertThat(login.header("RateLimit")).isEqualTo("\"logins\";r=2;t=20");
    }

    @Test
    void anIpv6NetworkIsCountedAsOneCustomer() {
        for (int n = 0; n < 20; n++) {
            assertThat(from("2001:db8::" + n).get(ASKED).status()).isEqualTo(200);
        }

        from("2001:db8::ffff").get(ASKED).isProblem(429, "too-many-requests");
        assertThat(from("2001:db8:0:1::1").get(ASKED).status()).isEqualTo(200);
    }

    @Test
    void loginsAreFewerAndRefreshingIsNone() {
        for (int n = 0; n < 3; n++) {
            from("198.51.100.3").post("/api/sessions/staff", "{}").isProblem(404, "not-found");
        }

        from("198.51.100.3").post("/api/sessions/staff", "{}").isProblem(429, "too-many-requests");
        from("198.51.100.3").post("/api/sessions/refresh", "{}").isProblem(404, "not-found");
    }

    @Test
    void whatStandsBeforeTheLastStrangersAddressIsNotBelieved() {
        for (int n = 0; n < 20; n++) {
            String invented = "192.0.2." + n;
            assertThat(from(invented + ", 198.51.100.4, 10.7.1.1").get(ASKED).status())
                    .isEqualTo(200);
        }

        from("192.0.2.99, 198.51.100.4, 10.7.1.1").get(ASKED).isProblem(429, "too-many-requests");
        assertThat(from("192.0.2.99").get(ASKED).status()).isEqualTo(200);
    }

    @Test
    void anAddressThatIsKeptOutGetsNothing() {
        events.publish(new GenericDomainEventMessage<>(
                "Security",
                SecurityEvent.ADDRESSES,
                0,
                new AddressesListed("203.0.113.0/24", Listing.DENIED, "a test", Instant.EPOCH)));
        keeper.look();

        from("203.0.113.7").get(ASKED).isProblem(403, "address-refused");
        from("203.0.113.7").get("/docs").isProblem(403, "address-refused");
        assertThat(from("203.0.114.7").get(ASKED).status()).isEqualTo(200);
    }

    private int answered(String address, int times) {
        int answered = 0;
        for (int n = 0; n < times; n++) {
            answered += from(address).get(ASKED).status() == 200 ? 1 : 0;
        }
        return answered;
    }

    private Client from(String forwardedFor) {
        return client.with("Content-Type", "application/json", "X-Forwarded-For", forwardedFor);
    }
}
