package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"jiayou.access=open", "jiayou.http.body-limit=1KB", "jiayou.http.import-limit=2KB"})
class ProblemsIT {

    private final Client client;

    ProblemsIT(@LocalServerPort int port) {
        client = new Client(port);
    }

    @Nested
    class OfRules {

        @Test
        void carryTheRulesCodeAndItsDetail() {
            Answer answer = client.get("/violations").isProblem(409, "order-not-paid");

            assertThat(answer.text("title")).isEqualTo("The order isn't paid yet");
            assertThat(answer.text("detail")).isEqualTo("fuel flows after the payment has been confirmed");
            assertThat(answer.text("instance")).isEqualTo("/violations");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"zh-CN", "zh", "zh-TW,en;q=0.5", "fr, zh;q=0.8, en;q=0.3", "zh_CN", "yue-HK", "zh-Hant, en"})
        void haveChineseTitlesForWhoeverReadsChinese(String languages) {
            assertThat(client.with("Accept-Language", languages)
                            .get("/violations")
                            .text("title"))
                    .isEqualTo("订单尚未支付");
        }

        @ParameterizedTest
        @ValueSource(strings = {"en", "fr", "de-CH", "en-GB, zh;q=0.5", "*", "nonsense;;;"})
        void haveEnglishTitlesForTheRest(String languages) {
            assertThat(client.with("Accept-Language", languages)
                            .get("/violations")
                            .text("title"))
                    .isEqualTo("The order isn't paid yet");
        }

        @Test
        void sayInWhichLanguageTheyAreAndThatItIsTheReaders() {
            Answer chinese = client.with("Accept-Language", "zh-CN").get("/violations");
            Answer english = client.with("Accept-Language", "fr").get("/violations");

            assertThat(chinese.header("Content-Language")).isEqualTo("zh-Hans");
            assertThat(english.header("Content-Language")).isEqualTo("en");
            assertThat(chinese.response().headers().allValues("Vary")).contains("Accept-Language");
            assertThat(english.response().headers().allValues("Vary")).contains("Accept-Language");
        }

        @Test
        void haveDetailsInTheSameLanguage() {
            assertThat(client.with("Accept-Language", "zh-CN")
                            .get("/violations")
                            .text("detail"))
                    .isEqualTo("付款确认后才能加油");
            assertThat(client.with("Accept-Language", "zh-CN", "Content-Type", "application/json")
                            .post("/things", " ".repeat(1025))
                            .text("detail"))
                    .isEqualTo("此处的请求体最多 1,024 字节");
        }

        @Test
        void haveEnglishTitlesForWhoeverSaysNothing() {
            assertThat(client.with().get("/violations").text("title")).isEqualTo("The order isn't paid yet");
        }
    }

    @Nested
    class OfOurs {

        @Test
        void sayWhenToComeBackDuringAnOutage() {
            Answer answer = client.get("/outages").isProblem(503, "unavailable");

            assertThat(answer.header("Retry-After")).isEqualTo("1");
        }

        @Test
        void sayWhenToComeBackToACrowd() {
            Answer answer = client.get("/crowds").isProblem(429, "too-many-requests");

            assertThat(answer.header("Retry-After")).isEqualTo("5");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/faults", "/filtered"})
        void tellNothingOfAFault(String path) {
            Answer answer = client.get(path).isProblem(500, "internal");

            assertThat(answer.body()).doesNotContain("secret").doesNotContain("13800138000");
            assertThat(answer.text("instance")).isEqualTo(path);
        }

        @Test
        void keepTheCorrelationIdOfAFaultInAFilter() {
            Answer answer = client.with("X-Correlation-Id", "trip-7").get("/filtered");

            assertThat(answer.header("X-Correlation-Id")).isEqualTo("trip-7");
            assertThat(answer.text("correlationId")).isEqualTo("trip-7");
        }
    }

    @Nested
    class OfTheRequest {

        @Test
        void nameAPathWhereNothingIs() {
            client.get("/nothing").isProblem(404, "not-found");
        }

        @Test
        void nameTheAddressOfErrorsAsAnyOtherPathWhereNothingIs() {
            client.get("/error").isProblem(404, "not-found");
        }

        @Test
        void nameAMethodThatIsNotAvailable() {
            Answer answer = client.delete("/things").isProblem(405, "method-not-allowed");

            assertThat(answer.header("Allow")).contains("GET").contains("POST");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/plain",
                    "application/xml",
                    "application/yaml",
                    "application/cbor",
                    "application/x-ndjson"
                })
        void nameAMediaTypeThatNobodyReads(String type) {
            client.with("Content-Type", type)
                    .post("/things", "name: a\namount: 1")
                    .isProblem(415, "unsupported-media-type");
        }

        @Test
        void nameAFormWhichIsNoMediaTypeForBodies() {
            client.with("Content-Type", "application/x-www-form-urlencoded")
                    .put("/things/a", "name=x")
                    .isProblem(415, "unsupported-media-type");
        }

        @Test
        void areToldAsJsonEvenToWhoeverAcceptsSomethingElse() {
            client.with("Accept", "text/html").get("/violations").isProblem(409, "order-not-paid");
            client.with("Accept", "application/xml").get("/violations").isProblem(409, "order-not-paid");
        }

        @Test
        void nameAParameterThatIsMissing() {
            client.get("/things").isProblem(400, "missing-field", "first");
        }

        @Test
        void nameAParameterOfAnotherType() {
            client.get("/things?first=one").isProblem(400, "invalid-field", "first");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /things/%00 HTTP/1.1",
                    "GET /things/%zz HTTP/1.1",
                    "GET /things/a%2Fb HTTP/1.1",
                    "GET /things/%c0%ae%c0%ae/ HTTP/1.1",
                    "GET /../../etc/passwd HTTP/1.1",
                    "GET /things|x HTTP/1.1",
                    "GET / HTTP/9.9",
                    "NONSENSE",
                    "GET /things HTTP/1.1\r\nContent-Length: -1",
                    "POST /things HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2",
                    "POST /things HTTP/1.1\r\nTransfer-Encoding: nonsense"
                })
        void thatOnlyTheServerSeesShowNoPageAndNoStackTrace(String request) throws IOException {
            String answer = client.sendRaw(request + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(answer).matches("(?s)HTTP/1\\.1 [45].*");
            assertThat(answer)
                    .doesNotContain("<html")
                    .doesNotContain("Exception")
                    .doesNotContain("\tat ");
        }

        @Test
        void thatOnlyTheServerSeesAreToldInTheSameForm() throws IOException {
            String answer = client.sendRaw(
                    "GET /things/a%2Fb HTTP/1.1\r\nHost: x\r\nX-Correlation-Id: trip-8\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .contains("\"code\":\"malformed-request\"")
                    .contains("\"instance\":\"/things/a%2Fb\"");
            assertThat(correlationIds(answer)).hasSize(2).containsOnly("trip-8");
        }

        @Test
        void thatOnlyTheServerSeesGetACorrelationIdIfTheyHaveNone() throws IOException {
            String answer = client.sendRaw("GET /things/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(correlationIds(answer)).hasSize(2);
            assertThat(Set.copyOf(correlationIds(answer))).hasSize(1);
        }

        /** In the header, and in the problem. */
        private static List<String> correlationIds(String answer) {
            return Pattern.compile("(?:X-Correlation-Id: |\"correlationId\":\")([A-Za-z0-9-]+)")
                    .matcher(answer)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }
    }

    @Nested
    class OfLargeBodies {

        @Test
        void areToldBeforeTheBodyIsReadWhenItsLengthIsAnnounced() {
            Answer answer = client.post("/things", " ".repeat(1025)).isProblem(413, "body-too-large");

            assertThat(answer.text("detail")).isEqualTo("a body has at most 1,024 bytes here");
            assertThat(answer.text("correlationId")).isEqualTo(answer.header("X-Correlation-Id"));
            assertThat(answer.text("instance")).isEqualTo("/things");
        }

        @Test
        void areToldInTheReadersLanguage() {
            assertThat(client.with("Accept-Language", "zh")
                            .post("/things", " ".repeat(1025))
                            .text("title"))
                    .isEqualTo("请求内容过大");
        }

        @Test
        void areToldWhenTheLengthIsNotAnnounced() {
            client.send("POST", "/things", chunked(1025)).isProblem(413, "body-too-large");
        }

        @Test
        void leaveTheLargestBodyAlone() {
            String thing = "{\"name\":\"a\",\"amount\":1}";
            assertThat(client.post("/things", thing + " ".repeat(1024 - thing.length()))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void allowMoreForImports() {
            client.send("POST", "/api/imports/things", chunked(2048)).isProblem(404, "not-found");
            client.post("/api/imports/things", " ".repeat(2049)).isProblem(413, "body-too-large");
        }

        @Test
        void allowNoMoreForAPathThatOnlyLooksLikeAnImport() throws IOException {
            String answer = client.sendRaw("POST /api/imports/../../things HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 1025\r\n\r\n" + " ".repeat(1025));

            assertThat(answer).startsWith("HTTP/1.1 413");
        }

        private static java.net.http.HttpRequest.BodyPublisher chunked(int bytes) {
            return BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[bytes]));
        }
    }
}
