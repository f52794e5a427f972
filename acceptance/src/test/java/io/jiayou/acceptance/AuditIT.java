package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.cli.Ports;
import io.jiayou.standalone.Standalone;
import io.jiayou.transparency.Cosigner;
import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import io.jiayou.transparency.Note;
import io.jiayou.transparency.NoteKeyPair;
import io.jiayou.transparency.NoteSigner;
import io.jiayou.transparency.Tile;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.Witness;
import io.jiayou.transparency.WitnessServer;
import io.jiayou.transparency.independent.Resources;
import io.jiayou.transparency.independent.SpecClient;
import io.jiayou.values.Position;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An auditor who has only the address, the key and the files, and doesn't believe us. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditIT {

    private static final String ORIGIN = "jiayou.example/audit";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String key;
    private final Path directory;
    private final Path export;
    private final Cosigner cosigner = Cosigner.generate("witness.example/w1");
    private @Nullable WitnessServer witness;
    private @Nullable ChildProcess system;
    private String address = "";

    AuditIT(@TempDir Path directory) {
        this.directory = directory;
        this.export = directory.resolve("log.zip");
        this.key = directory.resolve("data/audit/log.vkey").toString();
    }

    @BeforeAll
    void start() throws IOException, InterruptedException {
        NoteKeyPair log = KeyFile.open(directory.resolve("data/audit"), "log", ORIGIN, KeyType.NOTE);
        TrustedLog trusted = TrustedLog.of(ORIGIN, log.key().vkey());
        witness = WitnessServer.start(
                Witness.open(directory.resolve("witness"), cosigner, List.of(trusted), Clock.systemUTC()), 0);
        int port = Ports.free();
        address = "http://127.0.0.1:" + port;
        system = ChildProcess.java(
                directory,
                Standalone.class,
                List.of(
                        "--server.port=" + port,
                        "--jiayou.data=" + directory.resolve("data"),
                        "--jiayou.demo=true",
                        "--jiayou.audit.checkpoint-every=500ms",
                        "--jiayou.audit.witnesses=" + cosigner.verifier().key().vkey() + "@" + witness.uri()),
                Map.of());
        system.awaitHealth(address + "/actuator/health/readiness");
        system.noteIn(directory.resolve("data"), port);
        long head = events("limit=1&type=feedback");
        while (get("/api/audit/status").path("size").asLong() <= head) {
            Thread.sleep(100);
        }
        awaitStatements();
        Files.write(export, bytes("/api/audit/export"));
    }

    private void awaitStatements() throws IOException, InterruptedException {
        String[] started = {"rebuild", "--until", "2000", "--into", "then", "--data", data()};
        Jiayou past = Jiayou.run(started);
        assertThat(past.status()).as(past.output()).isZero();
        JsonNode statements = get("/api/audit/read-models").path("items");
        while (statements.valueStream().anyMatch(statement -> !statement.has("note"))) {
            Thread.sleep(100);
            statements = get("/api/audit/read-models").path("items");
        }
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (system != null) {
            system.close();
        }
        if (witness != null) {
            witness.close();
        }
    }

    private long events(String query) throws IOException, InterruptedException {
        return get("/api/history?" + query)
                .path("events")
                .path(0)
                .path("position")
                .asLong(-1);
    }

    private HttpResponse<byte[]> answer(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = answer(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(bytes(path));
    }

    private Jiayou verify(Path file, String... more) throws IOException, InterruptedException {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "audit";
        arguments[1] = "verify";
        arguments[2] = file.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Jiayou.run(arguments);
    }

    /** The export with one of its files changed. */
    private Path changed(String name, UnaryOperator<byte[]> change) throws IOException {
        Path to = Files.createTempFile(directory, "changed", ".zip");
        try (ZipFile from = new ZipFile(export.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (ZipEntry entry : from.stream().toList()) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(entry.getName().equals(name) ? change.apply(content) : content);
                zip.closeEntry();
            }
        }
        return to;
    }

    @Test
    void aClientWrittenFromTheSpecificationsVerifiesTheServedLog() throws Exception {
        SpecClient client = new SpecClient(
                Resources.over(http, address + "/audit/log"),
                ORIGIN,
                Files.readString(Path.of(key)).strip());

        SpecClient.Verified verified = client.verifyWithEntries();

        assertThat(verified.size()).isGreaterThan(2_000);
        String other = NoteSigner.generate(ORIGIN).verifier().key().vkey();
        assertThatThrownBy(() -> new SpecClient(Resources.over(http, address + "/audit/log"), ORIGIN, other).verify());
    }

    @Test
    void theServedLogAndItsExportHold() throws Exception {
        assertThat(Jiayou.run("audit", "verify", address + "/audit/log", "--key", key)
                        .status())
                .isZero();
        Jiayou exported = verify(export, "--key", key, "--json");
        assertThat(exported.status()).isZero();
        assertThat(JSON.readTree(exported.output()).path("holds").asBoolean()).isTrue();
    }

    @Test
    void aWitnessHasSeenTheCheckpoint() throws Exception {
        Jiayou verified = Jiayou.run(
                "audit",
                "verify",
                address + "/audit/log",
                "--key",
                key,
                "--witness",
                cosigner.verifier().key().vkey() + "@http://127.0.0.1:9090");

        assertThat(verified.status()).as(verified.output()).isZero();
        assertThat(verified.output())
                .startsWith("HOLDS: ")
                .containsPattern("  cosigned by witness.example/w1 at 20")
                .contains("  not looked at: whether it continues an older checkpoint")
                .containsPattern("  not looked at: [1-9]\\d* statements about read models");
        assertThat(get("/api/audit/status").path("alarms")).isEmpty();
    }

    @Test
    void theSameEventsInAnotherStoreHaveTheSameRoot() throws Exception {
        JsonNode told = JSON.readTree(verify(export, "--key", key, "--json").output());

        TreeHead head = LoadedExport.head(export, directory.resolve("elsewhere"));

        assertThat(head.size()).isEqualTo(told.path("size").asLong());
        assertThat(head.root().toString()).isEqualTo(told.path("root").asString());
    }

    @Test
    void aChangedEventIsFoundAtItsPosition() throws Exception {
        Path file = changed("events.jsonl", content -> {
            String[] lines = new String(content, StandardCharsets.UTF_8).split("\n");
            lines[777] = lines[777].replaceFirst("\"sequence\":\\d+", "\"sequence\":99");
            return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        });

        Jiayou verified = verify(file, "--key", key, "--json");

        assertThat(verified.status()).isEqualTo(17);
        assertThat(JSON.readTree(verified.output()).path("position").asLong()).isEqualTo(777);
    }

    @Test
    void foldingTheEventsAgainConfirmsEveryStatement() throws Exception {
        Jiayou refolded = Jiayou.run("audit", "refold", export.toString(), "--key", key, "--json");

        assertThat(refolded.status()).as(refolded.output()).isZero();
        JsonNode answer = JSON.readTree(refolded.output());
        List<String> models = answer.path("statements").findValuesAsString("model");
        // The first filling of each, and the past of each.
        assertThat(models).hasSizeGreaterThanOrEqualTo(12).contains("sales", "order-details");
        assertThat(answer.path("statements").findValuesAsString("size")).contains("2001");
        Jiayou served = Jiayou.run("audit", "refold", address + "/audit/log", "--key", key, "--model", "sales");
        assertThat(served.status()).as(served.output()).isZero();
        assertThat(served.output()).contains("HOLDS sales_").doesNotContain("order-details");
    }

    @Test
    void whatIsWrongWithAStatementIsFound() throws Exception {
        String name = exportedStatementOf("sales");
        UnaryOperator<byte[]> forging = content -> new String(content, StandardCharsets.UTF_8)
                .replaceFirst("\ndocuments \\d+", "\ndocuments 1234567")
                .getBytes(StandardCharsets.UTF_8);
        Path forged = changed(name, forging);
        assertThat(refold(forged)).isEqualTo(12);
        assertThat(Jiayou.run("audit", "refold", forged.toString(), "--key", key)
                        .output())
                .startsWith("BAD_SIGNATURE: 1 of ")
                .contains("  HOLDS the log: ");
        byte[] another = Files.readAllBytes(directory.resolve("data/audit/checkpoint"));
        assertThat(refold(changed(name, content -> another))).isEqualTo(10);
        NoteKeyPair log = KeyFile.open(directory.resolve("data/audit"), "log", ORIGIN, KeyType.NOTE);
        UnaryOperator<byte[]> lying = content -> Note.sign(
                        Note.parse(content).text().replaceFirst("\nhash [0-9a-f]{64}", "\nhash " + "0".repeat(64)),
                        NoteSigner.of(log))
                .format()
                .getBytes(StandardCharsets.UTF_8);
        assertThat(refold(changed(name, lying))).isEqualTo(20);
        UnaryOperator<byte[]> elsewhere = content -> Note.sign(
                        Note.parse(content).text().replaceFirst("\nsize \\d+", "\nsize 1999"), NoteSigner.of(log))
                .format()
                .getBytes(StandardCharsets.UTF_8);
        assertThat(refold(changed(name, elsewhere))).isEqualTo(15);
        assertThat(Jiayou.run("audit", "refold", export.toString(), "--key", key, "--model", "nothing")
                        .status())
                .isEqualTo(19);
    }

    private int refold(Path file) throws Exception {
        return Jiayou.run("audit", "refold", file.toString(), "--key", key).status();
    }

    /** Since the export the system may have stated more. */
    private String exportedStatementOf(String model) throws IOException {
        try (ZipFile zip = new ZipFile(export.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("read-models/" + model + "_"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void pastsAreComparedSwitchedToAndDropped() throws Exception {
        Jiayou list = Jiayou.run("pasts", "list", "--data", data());
        assertThat(list.output()).contains("then: ready, as of 2000: the first 2,001 events");
        String[] made = {"rebuild", "--until", "1500", "--model", "sales", "--json", "--data", data()};
        Jiayou past = Jiayou.run(made);
        assertThat(past.status()).as(past.output()).isZero();
        assertThat(JSON.readTree(past.output()).path("name").asString()).isEqualTo("until-1500");
        Jiayou compared = Jiayou.run("pasts", "compare", "until-1500", "--with", "then", "--data", data());
        assertThat(compared.status()).isEqualTo(1);
        assertThat(compared.output()).contains("sales").contains("only there");
        assertThat(Jiayou.run("pasts", "compare", "then", "--with", "then", "--data", data())
                        .status())
                .isZero();
        Jiayou switched = Jiayou.run("pasts", "switch", "until-1500", "--data", data());
        assertThat(switched.status()).as(switched.output()).isZero();
        assertThat(switched.output()).contains("equal to the one before");
        Jiayou gone = Jiayou.run("pasts", "drop", "until-1500", "--data", data());
        assertThat(gone.status()).isEqualTo(1);
        assertThat(gone.output()).contains("There is no such past").doesNotContain("\tat ");
        Jiayou future = Jiayou.run("rebuild", "--until", "2999-01-01T00:00:00Z", "--data", data());
        assertThat(future.status()).isEqualTo(1);
        assertThat(future.output()).contains("hasn't come yet");
    }

    @Test
    void missingAndFurtherEventsAreFound() throws Exception {
        Path shorter = changed("events.jsonl", content -> {
            String text = new String(content, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1)
                    .getBytes(StandardCharsets.UTF_8);
        });
        assertThat(verify(shorter, "--key", key).status()).isEqualTo(16);
        Path longer = changed("events.jsonl", content -> (new String(content, StandardCharsets.UTF_8) + "{}\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(verify(longer, "--key", key).status()).isEqualTo(18);
    }

    @Test
    void anotherKeyAnotherLogAndForgeriesAreRefused() throws Exception {
        String other = NoteSigner.generate(ORIGIN).verifier().key().vkey();
        assertThat(verify(export, "--key", other).status()).isEqualTo(11);
        String foreign =
                NoteSigner.generate("elsewhere.example/log").verifier().key().vkey();
        assertThat(verify(export, "--key", foreign).status()).isEqualTo(14);
        Path forged = changed("checkpoint", content -> new String(content, StandardCharsets.UTF_8)
                .replaceFirst("\n\\d+\n", "\n1\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(verify(forged, "--key", key).status()).isEqualTo(12);
        Path tile = changed("tile/0/000", content -> {
            content[0] ^= 1;
            return content;
        });
        assertThat(verify(tile, "--key", key).status()).isEqualTo(15);
        assertThat(verify(export, "--key", key, "--witness", witness()).status())
                .isEqualTo(13);
    }

    private static String witness() {
        return Cosigner.generate("witness.example/w").verifier().key().vkey();
    }

    @Test
    void whatIsNoExportIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(export);
        Path half = directory.resolve("half.zip");
        Files.write(half, Arrays.copyOf(whole, whole.length / 2));
        assertThat(verify(half, "--key", key).status()).isEqualTo(10);
        Path text = Files.writeString(directory.resolve("text"), "hello");
        assertThat(verify(text, "--key", key).status()).isEqualTo(10);
        Jiayou nothing = verify(directory.resolve("nothing"), "--key", key);
        assertThat(nothing.status()).isEqualTo(1);
        assertThat(nothing.output()).doesNotContain("\tat ");
        assertThat(verify(export, "--key", "no+key").status()).isEqualTo(10);
    }

    @Test
    void aKeptCheckpointHasToBeContinued() throws Exception {
        Path kept = directory.resolve("kept");
        Files.write(kept, bytes("/audit/log/checkpoint"));
        post("/api/drivers", "{\"name\":\"王小明\",\"phone\":\"13800138111\"}");
        Thread.sleep(1_500);
        Jiayou continued =
                Jiayou.run("audit", "verify", address + "/audit/log", "--key", key, "--checkpoint", kept.toString());
        assertThat(continued.status()).isZero();
        assertThat(continued.output()).containsPattern("  continues the checkpoint in .* of " + ORIGIN + ": [1-9]");
        Path newer = directory.resolve("newer");
        Files.write(newer, bytes("/audit/log/checkpoint"));
        assertThat(verify(export, "--key", key, "--checkpoint", newer.toString())
                        .status())
                .as("the export is older than what the auditor has seen")
                .isEqualTo(16);
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void theReceiptOfAnOrderProvesItsStoryAndNothingElse() throws Exception {
        String order = get("/api/history?type=order.completed&limit=1")
                .path("events")
                .path(0)
                .path("aggregateId")
                .asString();
        Path receipt = directory.resolve("order.tlog-proof");
        Files.write(receipt, bytes("/api/audit/receipt?order=" + order));
        assertThat(verify(receipt, "--key", key).status()).isZero();

        String text = Files.readString(receipt);
        Path changed = Files.writeString(
                directory.resolve("changed.tlog-proof"), text.replaceFirst("\nindex (\\d)", "\nindex 1$1"));
        assertThat(verify(changed, "--key", key).status()).isIn(17, 18);
        assertThat(verify(receipt).status()).as("a receipt without a key").isEqualTo(1);
        List<String> types = get("/api/history?order=" + order).path("events").findValuesAsString("type");
        assertThat(types).startsWith("order.placed").contains("order.payment-confirmed", "order.completed");
    }

    @Test
    void pagesOfTheHistoryFollowOneAnother() throws Exception {
        JsonNode all = get("/api/history?type=order&limit=100");
        JsonNode first = get("/api/history?type=order&limit=60");
        for (String following : List.of(
                "cursor=" + first.path("nextCursor").asString(),
                // as it was called before
                "after=" + first.path("next").asLong())) {
            JsonNode second = get("/api/history?type=order&limit=40&" + following);
            List<String> pages = new ArrayList<>(ids(first));
            pages.addAll(ids(second));
            assertThat(pages).isEqualTo(ids(all)).hasSize(100);
            assertThat(second.path("events")).isEqualTo(second.path("items"));
        }
    }

    @Test
    void theLastPageOfTheHistoryHasNoCursor() throws Exception {
        JsonNode last = get("/api/history?type=order.completed&limit=1");
        String order = last.at("/items/0/aggregateId").asString();
        last = get("/api/history?order=" + order);

        assertThat(last.path("items").size()).isBetween(3, 49);
        assertThat(last.propertyNames()).doesNotContain("nextCursor", "next");
    }

    @Test
    void namesOfBeforeAreDeprecatedInTheDocument() throws Exception {
        JsonNode document = get("/v3/api-docs");

        assertThat(document.at("/components/schemas/HistoryPage/properties").properties())
                .filteredOn(it -> it.getValue().path("deprecated").asBoolean(false))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("events", "next");
        assertThat(document.at("/paths/~1api~1history/get/parameters").valueStream())
                .filteredOn(it -> it.path("deprecated").asBoolean(false))
                .extracting(it -> it.path("name").asString())
                .containsExactly("after");
        assertThat(document.at("/components/schemas/Annulments/properties/annulments/deprecated")
                        .asBoolean(false))
                .isTrue();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(event -> event.path("id").asString())
                .toList();
    }

    /** Unlike hashes, which are kept for ever: what is erased later would go on in caches. */
    @Test
    void entriesAreKeptByNobodyOnTheWay() throws Exception {
        long size = Long.parseLong(new String(answer("/audit/log/checkpoint").body(), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow());
        String tile = size >= Tile.FULL ? "000" : "000.p/" + size;

        assertThat(answer("/audit/log/tile/0/" + tile).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("immutable"));
        assertThat(answer("/audit/log/tile/entries/" + tile).headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void whatDoesNotExistIsAProblem() throws Exception {
        assertThat(answer("/api/audit/events/99999999/proof").statusCode()).isEqualTo(404);
        assertThat(answer("/api/audit/events/x/proof").statusCode()).isEqualTo(400);
        assertThat(answer("/audit/log/tile/0/x999/999").statusCode()).isEqualTo(404);
        assertThat(answer("/audit/log/tile/../../log.key").statusCode()).isIn(400, 404);
        assertThat(answer("/audit/log/tile/entries/000.p/0").statusCode()).isEqualTo(404);
        assertThat(answer("/audit/log/tile/64/000").statusCode()).isEqualTo(404);
        assertThat(answer("/api/audit/consistency?from=5&to=99999999").statusCode())
                .isEqualTo(400);
        assertThat(answer("/api/audit/receipt?order=nobody").statusCode()).isEqualTo(404);
        assertThat(answer("/audit/log/tile/entries/x072/x057/x594/x037/x927/936")
                        .statusCode())
                .as("the bundle 2^56, whose first position is 0 once it leaves the range of a long")
                .isEqualTo(404);
        assertThat(answer("/api/history?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(answer("/api/history?from=2026-03-02T00:00:00Z&until=2026-03-01T00:00:00Z")
                        .statusCode())
                .as("a range that ends before it begins")
                .isEqualTo(400);
        assertThat(answer("/api/history?after=" + Position.LAST).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/audit/receipt?to=-9223372036854775808",
                "/api/audit/receipt?to=9223372036854775807",
                "/api/audit/receipt?from=-1",
                "/api/audit/receipt?from=5&to=4",
                "/api/audit/receipt?from=5&to=5",
                "/api/history?after=9223372036854775807",
                "/api/history?after=-9223372036854775808",
                "/api/history?after=-2",
                "/api/history?limit=0",
                "/api/history?limit=501",
                "/api/audit/events/-1/proof",
                "/api/audit/events/9223372036854775807/proof",
                "/api/audit/consistency?from=0&to=1",
                "/api/audit/consistency?from=-9223372036854775808&to=-1",
                "/api/audit/consistency?from=5&to=4",
                "/api/dashboards/sales?by=day&asOf=9223372036854775807",
                "/api/dashboards/sales?by=day&version=-2",
                "/api/dashboards/sales?by=day&version=9223372036854775807"
            })
    void aNumberThatIsNoPlaceIsRefused(String path) throws Exception {
        HttpResponse<byte[]> answer = answer(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("code").asString()).isEqualTo("invalid-field");
    }
}
