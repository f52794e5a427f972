package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.transparency.TreeHead;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journey on a real Axon Server, with command side and query side as two processes. The server's jar is named by
 * {@code -Djiayou.axonserver.jar}, the Java that runs it by {@code -Djiayou.axonserver.java}.
 */
@EnabledIfSystemProperty(
        named = "jiayou.axonserver.jar",
        matches = ".+",
        disabledReason = "no Axon Server: name its jar by -Djiayou.axonserver.jar=…")
class AxonServerIT extends Acceptance {

    private @Nullable TwoSides sides;
    private @Nullable Journey journey;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, InterruptedException {
        sides = new TwoSides(directory);
        String server = axonServer(sides, directory);
        EmbeddedMongo mongo = sides.running(EmbeddedMongo.start());
        journey = sides.start(server, mongo.connectionString() + "/jiayou");
    }

    /** Standard output says when its gRPC port is open; the health address alone says so too early. */
    private static String axonServer(TwoSides sides, Path directory) throws IOException, InterruptedException {
        int http = ChildProcess.freePort();
        int grpc = ChildProcess.freePort();
        List<String> command = List.of(
                System.getProperty("jiayou.axonserver.java", "java"),
                "-Xmx256m",
                "-jar",
                System.getProperty("jiayou.axonserver.jar"),
                "--server.address=127.0.0.1",
                "--server.port=" + http,
                "--axoniq.axonserver.port=" + grpc,
                "--axoniq.axonserver.hostname=localhost",
                "--axoniq.axonserver.domain=",
                "--axoniq.axonserver.controldb-path=" + directory.resolve("axon"),
                "--axoniq.axonserver.controldb-backup-location=" + directory,
                "--axoniq.axonserver.pid-file-location=" + directory,
                "--axoniq.axonserver.event.storage=" + directory.resolve("axon"),
                "--axoniq.axonserver.snapshot.storage=" + directory.resolve("axon"),
                "--axoniq.axonserver.event.segment-size=16MB",
                "--axoniq.axonserver.snapshot.segment-size=4MB",
                "--axoniq.axonserver.plugins-enabled=false",
                "--axoniq.axonserver.accesscontrol.enabled=false");
        sides.running(ChildProcess.start(directory, "axon-server", command, Map.of()))
                .awaitLog("Axon Server Gateway started on port: " + grpc);
        return "localhost:" + grpc;
    }

    /** The log over Axon Server's events holds, and the same events in an embedded store have the same root. */
    @Test
    @Order(20)
    void theAuditLogHoldsOnAxonServerToo(@TempDir Path auditor) throws Exception {
        String address = Objects.requireNonNull(sides).queries();
        Thread.sleep(1_500);
        Jiayou verified = Jiayou.run("audit", "verify", address + "/audit/log", "--json");
        assertThat(verified.status()).as(verified.output()).isZero();
        JsonNode told = JsonMapper.shared().readTree(verified.output());
        assertThat(told.path("size").asLong()).isGreaterThan(10);

        Path export = auditor.resolve("log.zip");
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/api/audit/export"))
                                .build(),
                        HttpResponse.BodyHandlers.ofFile(export));
        TreeHead head = LoadedExport.head(export, auditor.resolve("elsewhere"));
        assertThat(head.size()).isEqualTo(told.path("size").asLong());
        assertThat(head.root().toString()).isEqualTo(told.path("root").asString());
    }

    /** The command side read the order's events past its serialiser, the query side reads them by their positions. */
    @Test
    @Order(21)
    void anAnswerKeepsTheHistoryThatItRestsOn() throws Exception {
        JsonNode resolved = get("/api/history?type=feedback.resolved&limit=1").at("/events/0/aggregateId");

        JsonNode judgements =
                get("/api/feedback/" + resolved.asString() + "/evidence").path("judgements");

        assertThat(judgements).hasSize(2).allSatisfy(judgement -> {
            assertThat(judgement.path("events").asInt()).isEqualTo(2);
            assertThat(judgement.path("holds").asBoolean()).isTrue();
        });
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        URI address = URI.create(Objects.requireNonNull(sides).queries() + path);
        return JsonMapper.shared()
                .readTree(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    @AfterAll
    void stop() throws Exception {
        if (sides != null) {
            sides.close();
        }
    }

    @Override
    Journey journey() {
        return Objects.requireNonNull(journey);
    }
}
