package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

class OtherOriginsIT {

    private static final String ALLOWED = "Access-Control-Allow-Origin: ";

    @Nested
    @SpringBootTest(
            classes = TriedApplication.class,
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = {"jiayou.access=required", "jiayou.http.cors-origins=https://Console.example"})
    class Named {

        private final Client client;

        Named(@LocalServerPort int port) {
            client = new Client(port);
        }

        @Test
        void mayAskBeforehandWithoutAToken() throws IOException {
            String answer = preflight(client, "https://console.example");

            assertThat(answer).startsWith("HTTP/1.1 200").contains(ALLOWED + "https://console.example");
            assertThat(answer).doesNotContain("Access-Control-Allow-Credentials");
        }

        @Test
        void mayReadWhatTellsThemWhenAndWhetherToAskAgain() throws IOException {
            assertThat(preflight(client, "https://console.example", "authorization,if-none-match,last-event-id"))
                    .startsWith("HTTP/1.1 200");

            String exposed = client.with("Origin", "https://console.example")
                    .get("/things?first=1")
                    .header("Access-Control-Expose-Headers");
            assertThat(exposed.split(", "))
                    .contains("ETag", "Location", "Retry-After", "RateLimit", "RateLimit-Policy", "Jiayou-Position");
        }

        /** Of headers that are too long, of a body that is packed, and of a missing token with a method that there isn't. */
        @Test
        void mayReadWhyTheyAreRefusedBeforeAnyEndpoint() throws IOException {
            assertThat(post("Accept-Language: " + "zh,".repeat(3_000) + "\r\nContent-Length: 0", "POST"))
                    .startsWith("HTTP/1.1 431");
            assertThat(post("Content-Encoding: gzip\r\nContent-Length: 0", "POST"))
                    .startsWith("HTTP/1.1 415");
            assertThat(post("Content-Length: 0", "PATCH")).startsWith("HTTP/1.1 401");
        }

        private String post(String header, String method) throws IOException {
            String answer = client.sendRaw("""
                    %s /things HTTP/1.1\r
                    Host: localhost\r
                    Origin: https://console.example\r
                    Content-Type: application/json\r
                    %s\r
                    Connection: close\r
                    \r
                    """.formatted(method, header));
            assertThat(answer).containsOnlyOnce(ALLOWED + "https://console.example");
            return answer;
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"https://evil.example", "http://console.example", "https://console.example.evil", "null"})
        void areNotWhoSoundsSimilar(String origin) throws IOException {
            assertThat(preflight(client, origin))
                    .startsWith("HTTP/1.1 403")
                    .contains("\"code\":\"forbidden\"", "\"instance\":\"/things\"", "\"correlationId\":\"")
                    .contains("pages of this origin may not ask for this")
                    .doesNotContain(ALLOWED);
        }
    }

    @Nested
    @SpringBootTest(
            classes = TriedApplication.class,
            webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
            properties = "jiayou.access=open")
    class Unnamed {

        private final Client client;

        Unnamed(@LocalServerPort int port) {
            client = new Client(port);
        }

        @Test
        void areToldNothing() throws IOException {
            assertThat(preflight(client, "https://console.example")).doesNotContain(ALLOWED);
        }
    }

    private final ProblemWriter problems = new ProblemWriter(JsonMapper.shared(), new AcceptedLanguage());

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://*.example", "console.example", "https://console.example/path", ""})
    void areNamedOneByOne(String origin) {
        assertThatThrownBy(() -> new OtherOrigins(List.of(origin), problems))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String preflight(Client client, String origin) throws IOException {
        return preflight(client, origin, "authorization,content-type");
    }

    private static String preflight(Client client, String origin, String headers) throws IOException {
        return client.sendRaw("""
                OPTIONS /things HTTP/1.1\r
                Host: localhost\r
                Origin: %s\r
                Access-Control-Request-Method: POST\r
                Access-Control-Request-Headers: %s\r
                Connection: close\r
                \r
                """.formatted(origin, headers));
    }
}
