package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What {@code ./jiayou prove malformed} found, each once. */
@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "jiayou.access=open")
class OddRequestsIT {

    private static final String THING = "{\"name\":\"a\",\"amount\":1}";

    private final Client client;

    OddRequestsIT(@LocalServerPort int port) {
        client = new Client(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "*/*",
                "application/*",
                "application/json;;;=",
                "application/json; charset=nonsense",
                "application/json; charset=gbk",
                "application/json; charset=us-ascii",
                "multipart/form-data",
                "application/x-www-form-urlencoded"
            })
    void ofAContentTypeThatNobodyReadsAreRefused(String type) {
        client.with("Content-Type", type).post("/things", THING).isProblem(415, "unsupported-media-type");
    }

    @Test
    void thatAreNotTheFormThatTheySayToBeAreMalformed() {
        client.with("Content-Type", "multipart/form-data; boundary=line")
                .post("/api/imports/files", "--line\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nhalf")
                .isProblem(400, "malformed-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//", "///", "//things", "//%2e", "/%5c", "/a%7cb", "//x:y/"})
    void ofAPathThatIsNoneAreTheClientsFault(String path) throws IOException {
        String answer = client.sendRaw("GET /" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").contains("\"code\":\"");
    }

    @Test
    void whoseBodyIsPackedAreOfNoTypeThatIsRead() {
        client.with("Content-Type", "application/json", "Content-Encoding", "gzip", "Accept-Language", "en")
                .post("/things", THING)
                .isProblem(415, "unsupported-media-type", "Content-Encoding");
    }

    /** Whoever reads the first header alone takes it for one that isn't packed. */
    @Test
    void whoseBodyIsPackedBySeveralStepsAreTold() throws IOException {
        String answer = client.sendRaw(
                "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Encoding: identity\r\nContent-Encoding: br\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 415").contains("Accept-Encoding: identity", "Content-Encoding\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Correlation-Id: a\u0085b",
                "Accept: application/json;a=\"\u0085\"",
                "Accept: application/json;a=\"\t\"",
                "Authorization: Bearer \u0090",
                "X-Channel: api\u0085",
                "Content-Type: application/json; a=\"\u0085\""
            })
    void withAControlCharacterWhereItIsReadAreMalformed(String header) throws IOException {
        String answer = client.sendRaw(
                "GET /things?first=1 HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains(
                        "\"code\":\"malformed-request\"",
                        "\"field\":\"" + header.substring(0, header.indexOf(':')) + "\"",
                        "\"correlationId\":\"");
    }

    /** Such as the parts of a name in UTF-8, from a browser. */
    @Test
    void withAControlCharacterThatNobodyReadsAreAnswered() throws IOException {
        String answer =
                client.sendRaw("GET /things?first=1 HTTP/1.1\r\nHost: localhost\r\nUser-Agent: \u00e5\u008a\u00a0"
                        + "\r\nCookie: a=\u0085\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "*/", "application/json;q=2"})
    void thatAcceptWhatIsNoMediaTypeAreToldSo(String accept) {
        client.with("Accept", accept, "Accept-Language", "en")
                .get("/things?first=1")
                .isProblem(400, "malformed-request", "Accept");
    }

    /** A browser may know as many as its user has chosen. */
    @Test
    void thatNameManyLanguagesAreAnsweredInTheFirstThatThereIs() {
        client.with("Accept-Language", "de,fr,it,es,pt,nl,sv,da,fi,pl,cs,zh;q=0.5,en;q=0.4")
                .get("/violations")
                .isProblem(409, "order-not-paid");
    }

    @Test
    void thatAcceptSomethingElseAreToldByAProblem() {
        client.with("Accept", "image/png").get("/violations").isProblem(409, "order-not-paid");
    }

    /** Whoever accepts nothing but problems gets none where there is none. */
    @Test
    void areAnsweredInJsonOfNoOtherName() {
        for (String accept :
                List.of("application/problem+json, application/json", "application/*", "application/x+json, */*")) {
            assertThat(client.with("Accept", accept).get("/things?first=1").header("Content-Type"))
                    .isEqualTo("application/json");
        }
        client.with("Accept", "application/problem+json").get("/things?first=1").isProblem(406, "not-acceptable");
        client.with("Accept", "application/problem+json").get("/violations").isProblem(409, "order-not-paid");
    }

    /** Behind so many, Spring answers without a word. */
    @Test
    void thatAcceptMoreThanAnybodyNamesAreToldSo() {
        client.with("Accept", "a/b,".repeat(51) + "*/*")
                .get("/violations")
                .isProblem(400, "malformed-request", "Accept");
    }

    @Test
    void thatAcceptInASecondLineWhatTheyDontInTheFirstAreRead() throws IOException {
        String answer = client.sendRaw(
                "POST /things HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAccept: application/json\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

        assertThat(answer).doesNotStartWith("HTTP/1.1 406");
    }

    @Test
    void thatImportAndAcceptLinesOfJsonAreRead() {
        client.with("Accept", "application/x-ndjson", "Content-Type", "multipart/form-data; boundary=line")
                .post("/api/imports/files", "--line\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nhalf")
                .isProblem(400, "malformed-body");
    }

    @Test
    void thatChangeSomethingAndAcceptNoJsonAreToldSoBeforeAnythingIsChanged() {
        client.with("Accept", "image/png", "Accept-Language", "en")
                .post("/things", THING)
                .isProblem(406, "not-acceptable", "Accept");
        for (String accept : List.of(
                "application/json;q=0",
                "application/json;charset=gbk",
                "application/json;charset=utf-16",
                "application/problem+json")) {
            client.with("Accept", accept).post("/things", THING).isProblem(406, "not-acceptable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00e2\u0088\u0088", "\u00f0\u009f\u0098\u0080", "\u00e2\u0080\u00ae"})
    void inALanguageThatIsNoneAreMalformed(String language) throws IOException {
        String answer = client.sendRaw("GET /violations HTTP/1.1\r\nHost: localhost\r\nAccept-Language: " + language
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"malformed-request\"", "Accept-Language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "::", "http://[", "a b", "%00", "{{7*7}}", "http://a:x"})
    void ofAnOriginThatIsNoneAreAnsweredWithAProblemOrAsIfItWereAnother(String origin) throws IOException {
        String answer = client.sendRaw(
                "GET /violations HTTP/1.1\r\nHost: localhost\r\nOrigin: " + origin + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json", "\"code\":\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%zz", "first=1&%", "first=%c3%28"})
    void whoseQueryIsNotEncodedAreMalformed(String query) throws IOException {
        String answer =
                client.sendRaw("GET /things?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"");
    }
}
