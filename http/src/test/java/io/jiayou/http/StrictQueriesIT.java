package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "jiayou.access=open")
class StrictQueriesIT {

    private static final String THING = "{\"name\":\"a\",\"amount\":1}";

    private final Client client;

    StrictQueriesIT(@LocalServerPort int port) {
        client = new Client(port);
    }

    @Test
    void takeWhatTheEndpointAndItsInterceptorsTake() {
        assertThat(client.get("/found?label=a&label=b&urgent=true&limit=5&since=7")
                        .body())
                .isEqualTo("[a, b] true 5");
        assertThat(client.get("/found?&l%61bel=a,b&").body()).isEqualTo("[a, b] false 20");
        assertThat(client.get("/found?").status()).isEqualTo(200);
    }

    @Test
    void sayWhichParametersThereAre() {
        String query = "/found?labl=a";

        assertThat(client.get(query).isProblem(400, "invalid-field", "labl").text("detail"))
                .isEqualTo("there is no such parameter here: it takes label, urgent, limit, since");
        assertThat(client.with("Accept-Language", "zh").get(query).text("detail"))
                .isEqualTo("此处没有这个参数，可用的有：label、urgent、limit、since");
        assertThat(client.get("/violations?a=b")
                        .isProblem(400, "invalid-field", "a")
                        .text("detail"))
                .isEqualTo("there are no parameters here");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=1&limit=2, limit, limit is given more than once",
        "since=1&label=a&since=1, since, since is given more than once",
        "limit=, limit, limit is given without a value",
        "limit, limit, limit is given without a value",
        "label=a&label=, label, label is given without a value",
        "urgent=yes, urgent, true or false is expected",
        "urgent=on, urgent, true or false is expected",
        "urgent=1, urgent, true or false is expected",
        "urgent=TRUE, urgent, true or false is expected",
        "limit=0x10, limit, a whole number is expected",
        "limit=%205, limit, a whole number is expected",
        "limit=5.0, limit, a whole number is expected",
        "limit=five, limit, a whole number is expected",
        "limit=99999999999, limit, a whole number is expected"
    })
    void refuseWhatIsTwiceOrEmptyOrOfAnotherForm(String query, String field, String detail) {
        Answer answer = client.get("/found?" + query).isProblem(400, "invalid-field", field);

        assertThat(answer.text("detail")).isEqualTo(detail);
    }

    @Test
    void areOfEveryMethod() {
        client.post("/things?a=b", THING).isProblem(400, "invalid-field", "a");
        client.put("/things/a?id=a", THING).isProblem(400, "invalid-field", "id");
        assertThat(client.send("HEAD", "/found?labl=a", "").status()).isEqualTo(400);
        assertThat(client.send("HEAD", "/found?label=a", "").status()).isEqualTo(200);
    }

    @Test
    void haveNoFieldsOfForms() {
        Client form = client.with("Content-Type", "multipart/form-data; boundary=b", "Accept-Language", "en");
        String body = "--b\r\nContent-Disposition: form-data; name=\"more\"\r\n\r\nx\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\nfour\r\n--b--\r\n";

        assertThat(form.post("/api/imports/files", body).body()).isEqualTo("4");
        form.post("/api/imports/files?more=x", body).isProblem(400, "invalid-field", "more");
        form.post("/api/imports/files?file=x", body).isProblem(400, "invalid-field", "file");
    }

    @Test
    void ofANameThatIsNotEncodedAreMalformed() throws IOException {
        String answer = client.sendRaw("GET /found?%zz=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"malformed-request\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health?a=b", "/v3/api-docs?a=b"})
    void ofWhatIsNotOursAreLeftAlone(String path) {
        assertThat(client.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing?a=b", "/error?a=b"})
    void ofWhereNothingIsAreNotFound(String path) {
        client.get(path).isProblem(404, "not-found");
    }

    /** What fails later is answered by another endpoint, which takes no parameters. */
    @Test
    void doNotStandInTheWayOfAnError() {
        client.get("/filtered?a=b").isProblem(500, "internal");
    }
}
