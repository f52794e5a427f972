package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.cli.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An auditor who asks what happened, why, and on what somebody's answer rests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PERIOD = "from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path directory;
    private String address = "";
    private String order = "";
    private String auditor = "";
    private String agent = "";

    HistoryIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeAll
    void start() throws IOException, InterruptedException {
        int port = Ports.free();
        address = "http://127.0.0.1:" + port;
        Jiayou started = cli("start", "--demo", "--port", Integer.toString(port));
        assertThat(started.status()).as(started.output()).isZero();
        assertThat(started.output()).contains("first login: operations", "demo-agent", "demo-auditor");
        auditor = cli("token", "--role", "auditor").output().strip();
        agent = cli("token", "--role", "agent").output().strip();
        order = get("/api/history?type=order.completed&limit=1")
                .at("/events/0/aggregateId")
                .asString();
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        cli("stop");
    }

    private HttpResponse<byte[]> answer(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + auditor);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private JsonNode get(String path, String... headers) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = answer(path, headers);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + agent)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return JSON.readTree(answer.body());
    }

    /** Feedback about the order, answered and resolved. */
    private String judged(String text) throws IOException, InterruptedException {
        String id = UUID.randomUUID().toString();
        post("/api/feedback", """
                {"feedbackId":"%s","orderId":"%s","category":"REFUND","text":"%s","channel":"PHONE"}""".formatted(id, order, text));
        post("/api/feedback/" + id + "/replies", "{\"text\":\"我们正在核实\"}");
        post("/api/feedback/" + id + "/resolution", "{\"outcome\":\"差额已退\"}");
        return id;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void findsAnEventByItsWordsRightAfterItsCommand() throws Exception {
        for (String text : List.of("空调坏了", "The toilet was closed", "第二次空调坏了")) {
            String id = judged(text);

            JsonNode found = get("/api/history?feedback=" + id + "&text=" + encoded(text));

            assertThat(found.path("events").findValuesAsString("aggregateId")).containsExactly(id);
        }
        assertThat(get("/api/history?text=" + encoded("空调") + "&limit=500").path("events"))
                .hasSize(2);
        assertThat(get("/api/history?text=" + encoded("toilet 空调")).path("events"))
                .isEmpty();
        assertThat(answer("/api/history?text=" + encoded("…")).statusCode()).isEqualTo(400);
    }

    @Test
    void findsNobodyByAPhoneNumberOrAName() throws Exception {
        post("/api/drivers", "{\"name\":\"欧阳无双\",\"phone\":\"13900001234\"}");

        for (String text : List.of("欧阳无双", "13900001234", "+8613900001234")) {
            assertThat(get("/api/history?text=" + encoded(text)).path("events")).isEmpty();
        }
    }

    @Test
    void saysWhatCausedAnEventAndWhatElseThatCaused() throws Exception {
        JsonNode placed =
                get("/api/history?order=" + order + "&type=order.placed").at("/events/0");

        assertThat(placed.at("/causedBy/id").asString())
                .isEqualTo(placed.at("/metadata/causationId").asString())
                .isNotEmpty();
        assertThat(placed.at("/causedBy").has("position"))
                .as("a command isn't recorded")
                .isFalse();
        assertThat(placed.has("upcast")).as("it is in today's form").isFalse();
        JsonNode dispensed =
                get("/api/history?type=order.refund-required&limit=1").at("/events/0");
        String causation = dispensed.at("/metadata/causationId").asString();
        List<Long> all = positions(get("/api/history?causation=" + causation));
        assertThat(all)
                .hasSizeGreaterThan(1)
                .contains(dispensed.path("position").asLong());
        assertThat(dispensed.path("together")).hasSize(all.size() - 1);
    }

    private static List<Long> positions(JsonNode page) {
        return page.path("events")
                .valueStream()
                .map(event -> event.path("position").asLong())
                .toList();
    }

    @Test
    void tellsAnOrdersStoryInTheReadersLanguage() throws Exception {
        String feedback = judged("多收了钱");

        JsonNode chinese = get("/api/orders/" + order + "/story", "Accept-Language", "zh-CN");
        JsonNode english = get("/api/orders/" + order + "/story", "Accept-Language", "en");

        assertThat(chinese.path("events").findValuesAsString("type"))
                .startsWith("order.placed")
                .contains("order.payment-confirmed", "order.fuel-dispensed", "order.completed")
                .endsWith("feedback.filed", "feedback.answered", "feedback.resolved");
        assertThat(chinese.path("events").findValuesAsString("title"))
                .anyMatch(title -> title.startsWith("下单："))
                .anyMatch(title -> title.equals("提交反馈（退款）：多收了钱"))
                .anyMatch(title -> title.equals("处理结果：差额已退"));
        assertThat(english.path("events").findValuesAsString("title"))
                .anyMatch(title -> title.startsWith("Order placed: "))
                .anyMatch(title -> title.equals("Feedback (refund): 多收了钱"));
        assertThat(chinese.path("events").findValuesAsString("about")).contains(order, feedback);
        assertThat(answer("/api/orders/nobody/story").statusCode()).isEqualTo(404);
    }

    @Test
    void anAnswerKeepsTheHistoryThatItRestsOn() throws Exception {
        String feedback = judged("请退差额");

        JsonNode evidence = get("/api/feedback/" + feedback + "/evidence");

        JsonNode judgements = evidence.path("judgements");
        assertThat(judgements.findValuesAsString("type")).startsWith("feedback.answered", "order.placed");
        assertThat(judgements).hasSize(2);
        for (JsonNode judgement : judgements) {
            assertThat(judgement.path("holds").asBoolean()).isTrue();
            assertThat(judgement.path("orderId").asString()).isEqualTo(order);
            assertThat(judgement.path("history"))
                    .hasSize(judgement.path("events").asInt())
                    .hasSizeGreaterThan(2)
                    .allSatisfy(event ->
                            assertThat(event.path("aggregateId").asString()).isEqualTo(order));
        }
        assertThat(evidence.at("/filedOn/dispensedMl").asLong()).isPositive();
        assertThat(answer("/api/feedback/nobody/evidence").statusCode()).isEqualTo(404);
    }

    @Test
    void theHistoryIsThereOnTheCommandLine() throws Exception {
        Jiayou lines = cli("history", "order", order);
        assertThat(lines.status()).as(lines.output()).isZero();
        assertThat(lines.output().lines().findFirst().orElseThrow())
                .contains("order.placed")
                .contains(order);
        Jiayou json = cli("history", "--type", "order.placed", "--limit", "700", "--json");
        assertThat(JSON.readTree(json.output()).path("events")).hasSizeBetween(300, 700);
        assertThat(cli("history", "order").status()).isEqualTo(1);
        assertThat(cli("history", "--from", "yesterday").status()).isEqualTo(1);
        assertThat(cli("history", "planet", "x").status()).isEqualTo(2);
    }

    private Jiayou cli(String... arguments) throws IOException, InterruptedException {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = directory.resolve("data").toString();
        return Jiayou.run(all);
    }

    @Test
    void aSlipNamesItsReceiptAndNoOther() throws Exception {
        Path key = directory.resolve("data/audit/log.vkey");
        Path receipt = directory.resolve("slip.tlog-proof");
        Path code = directory.resolve("slip.png");
        awaitCheckpoint();
        Jiayou proved = cli("audit", "prove", order, "--to", receipt.toString(), "--qr", code.toString());
        assertThat(proved.status()).as(proved.output()).isZero();
        String digest = proved.output().lines().skip(1).findFirst().orElseThrow();

        assertThat(code).isNotEmptyFile();
        assertThat(digest).startsWith("jiayou-receipt/1 ").hasSizeLessThan(300).contains(order);
        assertThat(verified(receipt, key, digest)).isZero();
        assertThat(verified(receipt, key, digest.replace(order, "another"))).isEqualTo(20);
        assertThat(verified(receipt, key, "hello")).isEqualTo(10);
    }

    private int verified(Path receipt, Path key, String digest) throws IOException, InterruptedException {
        return Jiayou.run("audit", "verify", receipt.toString(), "--key", key.toString(), "--digest", digest)
                .status();
    }

    private void awaitCheckpoint() throws IOException, InterruptedException {
        long completed = get("/api/history?order=" + order + "&type=order.completed")
                .at("/events/0/position")
                .asLong();
        while (get("/api/audit/status").path("size").asLong() <= completed) {
            Thread.sleep(100);
        }
    }

    @Test
    void nobodyChangesTheKeyOfALogThatIsKept() throws Exception {
        Jiayou refused = cli("audit", "rotate-key");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output()).contains("the system runs").hasLineCount(1);
    }

    @Test
    void theReportOfAPeriodIsATableOrPaper() throws Exception {
        HttpResponse<byte[]> table = answer("/api/audit/report?" + PERIOD);
        assertThat(table.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        String csv = new String(table.body(), StandardCharsets.UTF_8);
        assertThat(csv)
                .contains("\"sales\",\"\",\"sales\"")
                .contains("\"price-changes\"")
                .contains("\"personal-data\"")
                .contains("\"log\",\"\",\"root before the period: 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"");
        HttpResponse<byte[]> paper = answer("/api/audit/report?" + PERIOD, "Accept", "application/pdf,text/csv;q=0.5");
        assertThat(new String(paper.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(answer("/api/audit/report.pdf?" + PERIOD).headers().firstValue("Content-Type"))
                .hasValue("application/pdf");
        assertThat(answer("/api/audit/report?" + PERIOD, "Accept", "image/png").statusCode())
                .isEqualTo(406);
        assertThat(answer("/api/audit/report?from=2026-03-01T00:00:00Z&to=2026-03-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(400);
    }
}
