package io.jiayou.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.http.Answer;
import io.jiayou.http.Client;
import io.jiayou.http.TriedApplication;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Paths of the table of rights; the endpoints themselves aren't here. */
class KnownMethodsIT {

    @Nested
    @SpringBootTest(
            classes = TriedApplication.class,
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = "jiayou.access=required")
    class WhereATokenIsNeeded {

        private final Client client;

        WhereATokenIsNeeded(@LocalServerPort int port) {
            client = new Client(port);
        }

        @ParameterizedTest
        @ValueSource(strings = {"PATCH", "OPTIONS", "PUT", "DELETE", "QUERY", "FOO"})
        void areToldToWhoHasNone(String method) {
            Answer answer = client.send(method, "/api/orders", "").isProblem(405, "method-not-allowed");

            assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, POST");
            assertThat(answer.text("detail")).isEqualTo("this path takes GET, HEAD, POST");
            assertThat(answer.text("instance")).isEqualTo("/api/orders");
            assertThat(answer.text("correlationId")).isEqualTo(answer.header("X-Correlation-Id"));
        }

        /** By the server itself, before any filter. */
        @Test
        void areToldToWhoTraces() throws IOException {
            String answer =
                    client.sendRaw("TRACE /api/orders HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 405").contains("Allow: ", "\"code\":\"method-not-allowed\"");
        }

        @Test
        void areThoseOfAllEndpointsOfAPath() {
            assertThat(client.send("OPTIONS", "/api/drivers/7", "").header("Allow"))
                    .isEqualTo("DELETE, GET, HEAD, PUT");
            assertThat(client.send("OPTIONS", "/api/orders/7/payment", "").header("Allow"))
                    .isEqualTo("POST");
            // a session may have any id
            assertThat(client.send("OPTIONS", "/api/sessions/refresh", "").header("Allow"))
                    .isEqualTo("DELETE, POST");
        }

        @Test
        void goOnToTheCheckOfTheToken() {
            client.get("/api/orders").isProblem(401, "unauthenticated");
            assertThat(client.send("HEAD", "/api/orders", "").status()).isEqualTo(401);
            client.post("/api/orders", "{}").isProblem(401, "unauthenticated");
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "PATCH", "QUERY"})
        void areNotToldOfAPathThatIsNone(String method) {
            client.send(method, "/nowhere", "").isProblem(401, "unauthenticated");
        }
    }

    @Nested
    @SpringBootTest(
            classes = TriedApplication.class,
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = "jiayou.access=open")
    class WhereNoTokenIsNeeded {

        private final Client client;

        WhereNoTokenIsNeeded(@LocalServerPort int port) {
            client = new Client(port);
        }

        @ParameterizedTest
        @ValueSource(strings = {"PATCH", "OPTIONS", "QUERY"})
        void areToldAsWell(String method) {
            assertThat(client.send(method, "/api/stations", "")
                            .isProblem(405, "method-not-allowed")
                            .header("Allow"))
                    .isEqualTo("GET, HEAD, POST");
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "PATCH", "OPTIONS", "QUERY"})
        void areNotToldOfAPathThatIsNone(String method) {
            client.send(method, "/nowhere", "").isProblem(404, "not-found");
        }
    }
}
