package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever asks again and has the same answer already gets no second one. */
@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "jiayou.access=open")
class AnswerTagsIT {

    private static final String ASKED = "/api/texts?length=10";
    private static final int LONGEST = 1 << 20;

    private final Client client;

    AnswerTagsIT(@LocalServerPort int port) {
        client = new Client(port);
    }

    private Client having(String tags) {
        return client.with("Accept-Language", "en", "If-None-Match", tags);
    }

    @Test
    void anAnswerHasATagAndIsSentOnce() {
        Answer first = client.get(ASKED);
        String tag = first.header("ETag");

        Answer second = having(tag).get(ASKED);

        assertThat(tag).matches("\"[A-Za-z0-9_-]{22}\"");
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(first.header("Vary")).isEqualTo("Authorization, Accept-Language");
        assertThat(first.text("text")).isEqualTo("x".repeat(10));
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.header("ETag")).isEqualTo(tag);
        assertThat(second.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(second.header("Jiayou-Position")).isEqualTo("7");
    }

    @Test
    void otherBytesOrAnotherLanguageHaveAnotherTag() {
        String tag = client.get(ASKED).header("ETag");

        assertThat(client.get(ASKED).header("ETag")).isEqualTo(tag);
        assertThat(client.get("/api/texts?length=11").header("ETag"))
                .isNotEmpty()
                .isNotEqualTo(tag);
        Answer chinese =
                client.with("Accept-Language", "zh-CN", "If-None-Match", tag).get(ASKED);
        assertThat(chinese.status()).isEqualTo(200);
        assertThat(chinese.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void anyOfSeveralTagsWillDo() {
        String tag = client.get(ASKED).header("ETag");

        assertThat(having("\"other\", W/" + tag).get(ASKED).status()).isEqualTo(304);
        assertThat(having("\"other\"").get(ASKED).status()).isEqualTo(200);
    }

    @Test
    void aHeadHasTheTagOfItsGet() {
        Answer head = client.send("HEAD", ASKED, BodyPublishers.noBody());

        assertThat(head.header("ETag")).isEqualTo(client.get(ASKED).header("ETag"));
        assertThat(head.header("Content-Length"))
                .isEqualTo(Integer.toString(client.get(ASKED).body().length()));
        assertThat(having(head.header("ETag"))
                        .send("HEAD", ASKED, BodyPublishers.noBody())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aLongAnswerGoesByUntouched() {
        Answer longest = client.get("/api/texts?length=" + (LONGEST - "{\"text\":\"\"}".length()));
        Answer longer = client.get("/api/texts?length=" + LONGEST);

        assertThat(longest.header("ETag")).isNotEmpty();
        assertThat(longer.status()).isEqualTo(200);
        assertThat(longer.text("text")).hasSize(LONGEST);
        assertThat(longer.header("ETag")).isEmpty();
        assertThat(longer.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/secrets", "/api/orders-made", "/api/nothing", "/api/texts?length=many"})
    void whatSpeaksOfCachesItselfOrIsNoAnswerYetHasNone(String path) {
        Answer answer = client.get(path);

        assertThat(answer.body()).isNotEmpty();
        assertThat(answer.header("ETag")).isEmpty();
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void whatIsNotOfTheApiHasNone() {
        assertThat(client.get("/things?first=1").header("ETag")).isEmpty();
    }

    @Test
    void whatFailsWhileItIsWrittenIsAProblemAndNoHalfAnAnswer() {
        Answer answer = client.get("/api/halves").isProblem(503, "unavailable");

        assertThat(answer.header("ETag")).isEmpty();
    }
}
