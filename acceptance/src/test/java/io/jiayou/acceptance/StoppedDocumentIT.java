package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jiayou.cli.Ports;
import io.jiayou.standalone.Standalone;
import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events that can't be taken, from the first start over two people's decision to a restored copy. */
class StoppedDocumentIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DATE = "annulment-" + PlantedEvents.IMPOSSIBLE_DATE;
    private static final String PAYLOAD = "annulment-" + PlantedEvents.NO_PAYLOAD;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path directory;
    private final String data;
    private final String kit;
    private String address = "";
    private Api nobody = new Api("", "");

    StoppedDocumentIT(@TempDir Path directory) {
        this.directory = directory;
        this.data = directory.resolve("data").toString();
        this.kit = directory.resolve("kit.txt").toString();
    }

    private ChildProcess serve(String... more) throws IOException, InterruptedException {
        int port = Ports.free();
        address = "http://127.0.0.1:" + port;
        nobody = new Api(address, address);
        ChildProcess system = ChildProcess.java(
                directory,
                Standalone.class,
                Stream.concat(
                                Stream.of(
                                        "--server.port=" + port,
                                        "--jiayou.data=" + data,
                                        "--jiayou.audit.checkpoint-every=500ms"),
                                Stream.of(more))
                        .toList(),
                Map.of());
        system.awaitHealth(address + "/actuator/health/readiness");
        system.noteIn(Path.of(data), port);
        return system;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String header(String path, String name) throws IOException, InterruptedException {
        return get(path).headers().firstValue(name).orElse("");
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(condition);
    }

    @Test
    void stopsWhatItWouldHaveChangedUntilTwoPeopleAnnulIt() throws Exception {
        PlantedEvents.in(Path.of(data));
        Files.writeString(Path.of(data, "identifier.key"), Base64.getEncoder().encodeToString(new byte[32]));
        KeyFile.open(directory.resolve("data/audit"), "log", "jiayou.example/audit", KeyType.NOTE);
        Jiayou.succeeds("backup", "init", "--to", directory.resolve("archive") + "", "--kit", kit, "--data", data);
        Cast cast;
        SortedMap<String, String> then;
        Path before = directory.resolve("before.zip");
        try (ChildProcess system = serve("--jiayou.annulments.account-age=24h")) {
            Path firstLogin = directory.resolve("data/identity/first-login");
            cast = new Cast(nobody, firstLogin, ChildProcess.log(directory, Standalone.class));
            everythingElseGoesOn();
            saysWhatStandsStill();
            then = nobody.hashesAt(PlantedEvents.NO_PAYLOAD + 2);
            export(before);
            onlyPersonsAnnulWhatStopped(cast);
            cast.operations().answered("POST", "/api/annulments", wanted(PlantedEvents.IMPOSSIBLE_DATE));
            cast.operations().answered("POST", "/api/annulments", wanted(PlantedEvents.NO_PAYLOAD));
            // the sessions of staff outlive the restart; the auditor's is begun before it
            Api newcomer = cast.staff("auditor", null);
            assertThat(newcomer.refused(409, "POST", "/api/annulments/" + DATE + "/confirmation", Map.of()))
                    .as("by whom operations made a moment ago")
                    .isEqualTo("annulment-needs-two");
        }
        try (ChildProcess system = serve()) {
            Cast again = cast.at(nobody);
            again.staff("auditor", null).answered("POST", "/api/annulments/" + DATE + "/confirmation", Map.of());
            again.staff("auditor", null).answered("POST", "/api/annulments/" + PAYLOAD + "/confirmation", Map.of());
            allIsRightAgain();
            everyWayAgrees(then, before);
        }
    }

    private static Map<String, Object> wanted(long position) {
        return Map.of("position", position, "reason", "written by an import that took impossible values");
    }

    private void everythingElseGoesOn() throws IOException, InterruptedException {
        assertThat(get("/api/orders/order-1").statusCode()).isEqualTo(200);
        assertThat(header("/api/orders/order-4", "Jiayou-Stopped-At")).isEmpty();
        HttpResponse<String> date = get("/api/orders/order-2");
        assertThat(date.statusCode()).isEqualTo(404);
        assertThat(date.headers().firstValue("Jiayou-Stopped-At")).hasValue("2");
        assertThat(header("/api/orders/order-3", "Jiayou-Stopped-At")).isEqualTo("5");
        assertThat(get("/api/orders/order-3").body()).contains("PAYMENT_PENDING");
        HttpResponse<String> waiting = get("/api/orders/order-3?version=7");
        assertThat(waiting.statusCode()).isEqualTo(409);
        assertThat(waiting.body()).contains("document-stopped").contains("position 5");
        assertThat(get("/api/orders/order-3?version=4").statusCode()).isEqualTo(200);
        assertThat(header("/api/orders?station=" + PlantedEvents.STATION, "Jiayou-Incomplete"))
                .isEqualTo("2");
        assertThat(header("/api/dashboards/sales", "Jiayou-Incomplete")).isEqualTo("5");
        assertThat(header("/api/stations/" + PlantedEvents.STATION, "Jiayou-Stopped-At"))
                .isEmpty();
        assertThat(header("/api/orders/order-3?asOf=7", "Jiayou-Stopped-At")).isEqualTo("5");
        assertThat(nobody.streams("/api/orders/order-3/live", "event:stopped")).isTrue();
        assertThat(nobody.refused(409, "POST", "/api/orders/order-3/cancellation", Map.of()))
                .isEqualTo("aggregate-stopped");
    }

    private void saysWhatStandsStill() throws IOException, InterruptedException {
        JsonNode models = Jiayou.succeeds("status", "--data", data).path("readModels");
        assertThat(models.toString())
                .contains("\"document\":\"order-2\",\"position\":2")
                .contains("\"document\":\"order-3\",\"position\":5");
        assertThat(Jiayou.run("status", "--data", data).output())
                .contains("stopped: order-details order-2 before the event at position 2");
        eventually(() -> get("/api/audit/status").body().contains("stopped-documents"));
        assertThat(get("/actuator/metrics/jiayou.readmodel.stopped?tag=model:order-details")
                        .body())
                .contains("2.0");
        assertThat(get("/actuator/metrics/jiayou.audit.alarms?tag=alarm:stopped-documents")
                        .body())
                .contains("1.0");
        eventually(() -> annulment(DATE, "STOPPED") && annulment(PAYLOAD, "STOPPED"));
        eventually(() -> get("/api/annulments").body().contains("aggregate"));
    }

    private boolean annulment(String id, String state) throws IOException, InterruptedException {
        return nobody.read("/api/annulments")
                .path("items")
                .valueStream()
                .anyMatch(it -> it.path("id").asString("").equals(id)
                        && it.path("state").asString("").equals(state));
    }

    private void onlyPersonsAnnulWhatStopped(Cast cast) throws IOException, InterruptedException {
        String token = Jiayou.run("token", "--role", "operations", "--data", data)
                .output()
                .strip();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/annulments"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(wanted(2))))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
        assertThat(nobody.refused(401, "POST", "/api/annulments", wanted(2))).isEqualTo("unauthenticated");
        assertThat(cast.operations().refused(409, "POST", "/api/annulments", wanted(3)))
                .isEqualTo("nothing-stopped-there");
        assertThat(cast.staff("auditor", null).refused(403, "POST", "/api/annulments", wanted(2)))
                .isEqualTo("forbidden");
    }

    private void allIsRightAgain() throws IOException, InterruptedException {
        eventually(() -> header("/api/orders/order-3", "Jiayou-Stopped-At").isEmpty());
        eventually(() -> header("/api/dashboards/sales", "Jiayou-Incomplete").isEmpty());
        eventually(() -> header("/api/orders/order-2", "Jiayou-Stopped-At").isEmpty());
        assertThat(get("/api/orders/order-2").statusCode()).isEqualTo(404);
        eventually(() -> !get("/api/audit/status").body().contains("stopped-documents"));
        assertThat(Jiayou.run("status", "--data", data).output()).doesNotContain("stopped:");
        assertThat(annulment(DATE, "ANNULLED")).isTrue();
        JsonNode history = nobody.read("/api/history?order=order-3").path("events");
        assertThat(history.path(1).path("annulledBy").asLong()).isGreaterThan(PlantedEvents.NO_PAYLOAD);
        assertThat(history.path(0).has("annulledBy")).isFalse();
        assertThat(header("/api/orders/order-3?asOf=7", "Jiayou-Stopped-At")).isEqualTo("5");
        eventually(() -> accepts("/api/orders/order-3/cancellation"));
        eventually(() -> get("/api/orders/order-3").body().contains("CANCELLED"));
    }

    private boolean accepts(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    private void everyWayAgrees(SortedMap<String, String> then, Path before) throws Exception {
        long head = Long.parseLong(header("/api/orders/order-1", "Jiayou-Position"));
        SortedMap<String, String> now = nobody.hashesAt(head);
        for (Map.Entry<String, String> past : now.entrySet()) {
            JsonNode live = nobody.read("/actuator/readmodels/" + past.getKey() + "?hash=true");
            assertThat(live.at("/documents/hash").asString(""))
                    .as(past.getKey())
                    .isEqualTo(past.getValue());
        }
        assertThat(nobody.hashesAt(PlantedEvents.NO_PAYLOAD + 2)).isEqualTo(then);
        for (JsonNode model : Jiayou.succeeds("rebuild", "--data", data).path("rebuilds")) {
            assertThat(model.at("/differences/different").asLong(-1))
                    .as(model.toString())
                    .isZero();
        }
        Path after = directory.resolve("after.zip");
        export(after);
        for (Path export : List.of(before, after)) {
            String key = directory.resolve("data/audit/log.vkey").toString();
            assertThat(Jiayou.run("audit", "verify", export.toString(), "--key", key)
                            .status())
                    .isZero();
            Jiayou refolded = Jiayou.run("audit", "refold", export.toString(), "--key", key);
            assertThat(refolded.status()).as(refolded.output()).isZero();
        }
        Jiayou.succeeds("backup", "now", "--data", data);
        JsonNode drills =
                Jiayou.succeeds("drill", "--data", data, "--identity", kit).path("drills");
        assertThat(drills).isNotEmpty().allSatisfy(drill -> assertThat(
                        drill.path("equal").asBoolean())
                .as(drill.toString())
                .isTrue());
    }

    /** Once all that was stated is signed. */
    private void export(Path to) throws Exception {
        eventually(() -> {
            JsonNode statements = nobody.read("/api/audit/read-models").path("statements");
            return !statements.isEmpty() && statements.valueStream().allMatch(it -> it.has("note"));
        });
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(URI.create(address + "/api/audit/export"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        Files.write(to, answer.body());
    }
}
