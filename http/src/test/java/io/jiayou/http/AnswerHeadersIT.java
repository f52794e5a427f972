package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"jiayou.access=open", "springdoc.swagger-ui.path=/docs"})
class AnswerHeadersIT {

    private final Client client;

    AnswerHeadersIT(@LocalServerPort int port) {
        client = new Client(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things?first=1", "/things", "/nowhere", "/faults", "/filtered", "/swagger-ui/index.html"})
    void areStrictOnWhateverIsAnswered(String path) {
        Answer answer = client.get(path);

        AnswerHeaders.ALWAYS.forEach(
                (name, value) -> assertThat(answer.header(name)).isEqualTo(value));
        assertThat(answer.header(AnswerHeaders.POLICY)).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.header("Strict-Transport-Security")).as("without TLS").isEmpty();
    }

    @Test
    void areStrictWhereTheServerItselfRefuses() throws IOException {
        String answer = client.sendRaw("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("X-Content-Type-Options: nosniff");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .doesNotContain("\r\nserver:")
                .doesNotContain("tomcat");
    }

    @Test
    void letThePageOfTheDocumentRunItsOwnScriptsAndNoOthers() {
        Answer page = client.get("/swagger-ui/index.html");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header(AnswerHeaders.POLICY)).contains("script-src 'self';");
        assertThat(page.body()).doesNotContainPattern("<script[^>]*>\\s*[^<\\s]");
        assertThat(client.get("/things?first=1").header(AnswerHeaders.POLICY)).doesNotContain("script-src");
    }

    @Test
    void keepAnswersOfTheApiOutOfCaches() {
        assertThat(client.get("/api/nothing").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void ofARequestAreLimited() {
        client.with("X-Long", "a".repeat(9_000)).get("/things?first=1").isProblem(431, "headers-too-large");
        client.get("/things?first=1&more=" + "a".repeat(9_000)).isProblem(431, "headers-too-large");
        assertThat(client.with("X-Long", "a".repeat(7_000))
                        .get("/things?first=1")
                        .status())
                .isEqualTo(200);
    }
}
