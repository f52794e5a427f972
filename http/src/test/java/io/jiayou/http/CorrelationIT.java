package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "jiayou.access=open")
class CorrelationIT {

    private final Client client;

    CorrelationIT(@LocalServerPort int port) {
        client = new Client(port);
    }

    @Test
    void anIdOfTheClientComesBack() {
        Answer answer = client.with("X-Correlation-Id", "Trip_7.a:b-c").get("/violations");

        assertThat(answer.header("X-Correlation-Id")).isEqualTo("Trip_7.a:b-c");
        assertThat(answer.text("correlationId")).isEqualTo("Trip_7.a:b-c");
    }

    @Test
    void whoeverHasNoneGetsOne() {
        Answer one = client.get("/violations");
        Answer other = client.get("/violations");

        assertThat(one.header("X-Correlation-Id")).matches("[0-9a-f-]{36}").isEqualTo(one.text("correlationId"));
        assertThat(other.header("X-Correlation-Id")).isNotEqualTo(one.header("X-Correlation-Id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "<script>", "a;b", "12345678901234567890123456789012345678901234567890123456789012345"})
    void anIdThatCouldDoHarmInALogIsReplaced(String id) {
        assertThat(client.with("X-Correlation-Id", id).get("/violations").header("X-Correlation-Id"))
                .matches("[0-9a-f-]{36}");
    }
}
