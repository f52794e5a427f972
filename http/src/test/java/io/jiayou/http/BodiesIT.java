package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
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
class BodiesIT {

    private final Client client;

    BodiesIT(@LocalServerPort int port) {
        client = new Client(port);
    }

    @Test
    void comeBackAsTheyWere() {
        Answer answer = client.post("/things", """
            {"name": "加油 😀\\n", "amount": 1, "colour": "RED", "at": "2026-03-02T08:00:00+08:00",
             "place": {"latitude": 31.1, "longitude": 121.4}, "labels": ["a"]}\
            """);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("name")).isEqualTo("加油 😀\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"name\":\"a\",}",
                "{'name':'a'}",
                "nonsense",
                "{\"name\":\"a\",\"amount\":1} {}",
                "{\"name\":\"a\",\"amount\":1}]",
                "{\"name\":\"a\",\"name\":\"b\",\"amount\":1}",
                "{\"name\":\"a\",\"amount\":NaN}",
                "{\"name\":\"a\",\"amount\":01}",
                "{\"name\":\"tab\there\",\"amount\":1}",
                "[]",
                "[{\"name\":\"a\",\"amount\":1}]",
                "\"text\"",
                "1",
                "true"
            })
    void thatAreNoJsonObjectAreMalformed(String body) {
        client.post("/things", body).isProblem(400, "malformed-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null"})
    void thatAreEmptyAreMissing(String body) {
        client.post("/things", body).isProblem(400, "malformed-body");
    }

    @Test
    void thatAreBrokenUtf8AreMalformed() {
        byte[] body = "{\"name\":\"??\",\"amount\":1}".getBytes(StandardCharsets.US_ASCII);
        body[9] = (byte) 0xC3;
        body[10] = (byte) 0x28;

        client.send("POST", "/things", BodyPublishers.ofByteArray(body)).isProblem(400, "malformed-body");
    }

    /** What is wrong with each would take the square of their number to tell. */
    @Test
    void withVeryManyTextsAreRefusedAtOnce() {
        String labels = "\"\",".repeat(8_000);

        client.post("/things", "{\"name\":\"a\",\"amount\":1,\"labels\":[" + labels + "\"\"]}")
                .isProblem(400, "invalid-field", "labels[499]");
    }

    @Test
    void thatAreNestedTooDeeplyAreRefused() {
        String deep = "[".repeat(20_000);

        client.post("/things", deep).isProblem(400, "malformed-body");
        client.post("/things", "{\"name\":" + deep).isProblem(400, "invalid-field", "name");
        client.post("/things", "{\"unknown\":" + deep).isProblem(400, "malformed-body");
    }

    /** JSON Schema calls these the same number. */
    @ParameterizedTest
    @ValueSource(strings = {"20", "20.0", "2e1", "200e-1", "2.0E+1"})
    void takeAWholeNumberInAnyForm(String twenty) {
        Answer answer = client.post("/things", "{\"name\":\"a\",\"amount\":" + twenty + "}");

        assertThat(answer.body()).contains("\"amount\":20,");
        assertThat(answer.status()).isBetween(200, 299);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"pieces\":1}` | times",
                "`{\"times\":null,\"pieces\":1}` | times",
                "`{\"times\":1}` | pieces",
                "`{\"times\":1,\"pieces\":null}` | pieces",
            })
    void withoutANumberThatMustBeThereNameTheField(String body, String field) {
        client.post("/counts", body).isProblem(400, "invalid-field", field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"name\":1,\"amount\":1}` | name",
                "`{\"name\":true,\"amount\":1}` | name",
                "`{\"name\":[],\"amount\":1}` | name",
                "`{\"name\":{},\"amount\":1}` | name",
                "`{\"name\":\"a\",\"amount\":\"1\"}` | amount",
                "`{\"name\":\"a\",\"amount\":\"\"}` | amount",
                "`{\"name\":\"a\",\"amount\":true}` | amount",
                "`{\"name\":\"a\",\"amount\":1.5}` | amount",
                "`{\"name\":\"a\",\"amount\":1e-1}` | amount",
                "`{\"name\":\"a\",\"amount\":1e1000000000}` | amount",
                "`{\"name\":\"a\",\"amount\":1e-1000000000}` | amount",
                "`{\"name\":\"a\",\"amount\":1e400}` | amount",
                "`{\"name\":\"a\",\"amount\":9223372036854775808}` | amount",
                "`{\"name\":\"a\",\"amount\":-9223372036854775809}` | amount",
                "`{\"name\":\"a\",\"amount\":[1]}` | amount",
                "`{\"name\":\"a\",\"amount\":{}}` | amount",
                "`{\"name\":\"a\",\"amount\":1,\"colour\":\"GREEN\"}` | colour",
                "`{\"name\":\"a\",\"amount\":1,\"colour\":\"red\"}` | colour",
                "`{\"name\":\"a\",\"amount\":1,\"colour\":0}` | colour",
                "`{\"name\":\"a\",\"amount\":1,\"colour\":\"\"}` | colour",
                "`{\"name\":\"a\",\"amount\":1,\"at\":\"2026-03-02T08:00:00\"}` | at",
                "`{\"name\":\"a\",\"amount\":1,\"at\":\"2026-02-30T08:00:00Z\"}` | at",
                "`{\"name\":\"a\",\"amount\":1,\"at\":\"tomorrow\"}` | at",
                "`{\"name\":\"a\",\"amount\":1,\"at\":\"\"}` | at",
                "`{\"name\":\"a\",\"amount\":1,\"at\":1772409600}` | at",
                "`{\"name\":\"a\",\"amount\":1,\"at\":1e99}` | at",
                "`{\"name\":\"a\",\"amount\":1,\"place\":{\"latitude\":31.1}}` | place.longitude",
                "`{\"name\":\"a\",\"amount\":1,\"place\":{\"latitude\":null,\"longitude\":1}}` | place.latitude",
                "`{\"name\":\"a\",\"amount\":1,\"place\":{\"latitude\":\"1\",\"longitude\":1}}` | place.latitude",
                "`{\"name\":\"a\",\"amount\":1,\"place\":{\"latitude\":1,\"longitude\":1,\"height\":1}}` |"
                        + " place.height",
                "`{\"name\":\"a\",\"amount\":1,\"labels\":\"a\"}` | labels",
                "`{\"name\":\"a\",\"amount\":1,\"labels\":[\"a\",1]}` | labels[1]",
                "`{\"name\":\"a\",\"amount\":1,\"labels\":[\"a\",null]}` | labels[1]",
                "`{\"name\":\"a\",\"amount\":1,\"labels\":[[\"a\"]]}` | labels[0]",
                "`{\"name\":\"a\",\"amount\":1,\"colur\":\"RED\"}` | colur",
                "`{\"name\":\"a\",\"amount\":1001}` | amount",
                "`{\"name\":\"\",\"amount\":1}` | name",
                "`{\"name\":\"  \",\"amount\":1}` | name",
                "`{\"name\":\"\\ud800\",\"amount\":1}` | name",
                "`{\"name\":\"\\udc00\\ud800\",\"amount\":1}` | name",
                "`{\"name\":\"a\\u0000b\",\"amount\":1}` | name",
                "`{\"name\":\"a\\u001bb\",\"amount\":1}` | name"
            })
    void withAValueThatIsNotAllowedNameTheField(String body, String field) {
        Answer answer = client.post("/things", body);

        assertThat(answer.text("field")).as(answer.body()).isEqualTo(field);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isIn("invalid-field", "missing-field");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"amount\":\"1\"` | a whole number is expected",
                "`\"amount\":1.5` | a whole number is expected",
                "`\"amount\":[1]` | a whole number is expected",
                "`\"amount\":9223372036854775808` | a whole number is from -9,223,372,036,854,775,808 to 9,223,372,036,854,775,807",
                "`\"amount\":1,\"name\":1` | a text is expected",
                "`\"amount\":1,\"labels\":[1]` | a text is expected",
                "`\"amount\":1,\"labels\":\"a\"` | a list is expected",
                "`\"amount\":1,\"urgent\":\"yes\"` | true or false is expected",
                "`\"amount\":1,\"urgent\":1` | true or false is expected",
                "`\"amount\":1,\"place\":5` | an object is expected",
                "`\"amount\":1,\"place\":[]` | an object is expected",
                "`\"amount\":1,\"place\":{\"latitude\":\"1\",\"longitude\":1}` | a number is expected",
                "`\"amount\":1,\"place\":{\"latitude\":1}` | a number is expected",
                "`\"amount\":1,\"colour\":\"GREEN\"` | colour is one of RED, BLUE",
                "`\"amount\":1,\"colour\":\"\"` | colour is one of RED, BLUE",
                "`\"amount\":1,\"colour\":0` | colour is one of RED, BLUE",
                "`\"amount\":1,\"at\":1772409600` | a time is ISO 8601 with its zone: 2026-03-02T08:00:00+08:00",
                "`\"amount\":1,\"at\":\"now\"` | a time is ISO 8601 with its zone: 2026-03-02T08:00:00+08:00"
            })
    void withAValueThatIsNotAllowedSayWhatIsExpected(String members, String detail) {
        Answer answer = client.post("/things", "{" + members + "}");

        assertThat(answer.text("detail")).as(answer.body()).isEqualTo(detail);
    }

    @Test
    void withoutAFieldNameIt() {
        client.post("/things", "{\"name\":\"a\"}").isProblem(400, "missing-field", "amount");
        client.post("/things", "{\"name\":null,\"amount\":1}").isProblem(400, "missing-field", "name");
    }

    @Test
    void withABlankFieldAreInvalidAndNotMissing() {
        client.post("/things", "{\"name\":\" \",\"amount\":1}").isProblem(400, "invalid-field", "name");
    }

    /** As the document's maxLength counts them: 𠮷 is one character, though two of Java's. */
    @Test
    void haveTextsOfAsManyCharactersAsPeopleCount() {
        String labelled = "{\"name\":\"a\",\"amount\":1,\"labels\":[%s]}";

        assertThat(client.post("/things", labelled.formatted("\"" + "𠮷".repeat(8) + "\""))
                        .status())
                .isEqualTo(200);
        client.post("/things", labelled.formatted("\"" + "𠮷".repeat(9) + "\""))
                .isProblem(400, "invalid-field", "labels[0]");
        client.post("/things", labelled.formatted("\"a\",\"b\",\"c\",\"d\"")).isProblem(400, "invalid-field", "labels");
    }

    @Test
    void withSeveralFaultsNameAllFieldsAndTellEachInTheReadersLanguage() {
        String body = "{\"name\":\"\",\"amount\":1001}";
        Answer english = client.post("/things", body).isProblem(400, "invalid-field", "amount");
        Answer chinese = client.with("Content-Type", "application/json", "Accept-Language", "zh-CN")
                .post("/things", body);

        assertThat(english.json().path("errors").findValuesAsString("field")).containsExactly("amount", "name");
        assertThat(english.json().path("errors").findValuesAsString("message"))
                .containsExactly("must be less than or equal to 1000", "must not be blank");
        assertThat(english.text("detail"))
                .isEqualTo("amount: must be less than or equal to 1000; name: must not be blank");
        assertThat(chinese.json().path("errors").findValuesAsString("message").getLast())
                .containsPattern("[\\u4e00-\\u9fff]");
        assertThat(chinese.text("detail")).matches("amount：.*[\\u4e00-\\u9fff].*；name：.*[\\u4e00-\\u9fff].*");
    }

    @Test
    void withVeryManyFaultsTellTheFirstOnesAndHowManyMoreThereAre() {
        String labels = "\"123456789\",".repeat(20) + "\"a\"";
        Answer answer = client.post("/things", "{\"name\":\"a\",\"amount\":1,\"labels\":[" + labels + "]}");

        answer.isProblem(400, "invalid-field", "labels");
        assertThat(answer.json().path("errors")).hasSize(21);
        assertThat(answer.text("detail"))
                .startsWith("labels: size must be between 0 and 3; labels[0]: ")
                .endsWith("; and 11 more");
    }

    @Test
    void areCheckedTogetherWithThePath() {
        Answer answer = client.put("/things/A%20B", "{\"name\":\"\",\"amount\":1}");

        answer.isProblem(400, "invalid-field", "id");
        assertThat(answer.json().path("errors").findValuesAsString("field")).containsExactly("id", "name");
    }

    @Test
    void withAValueThatRefusesItselfSayWhy() {
        Answer answer = client.post("/shouts", "{\"shouted\":{\"text\":\"quiet\"}}");

        answer.isProblem(400, "invalid-field", "shouted");
        assertThat(answer.text("detail")).isEqualTo("a shout is in capitals");
    }

    @Test
    void areNeverRepeatedInTheAnswer() {
        assertThat(client.post("/things", "{\"name\":\"a\",\"amount\":\"13800138000\"}")
                        .body())
                .doesNotContain("13800138000");
        assertThat(client.post("/things", "{\"name\":\"13800138000").body()).doesNotContain("13800138000");
    }
}
