package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.audit.verify.ExportedLog;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.transparency.TreeHead;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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
        AxonServer server = sides.running(AxonServer.start(directory, "axon"));
        EmbeddedMongo mongo = sides.running(EmbeddedMongo.start());
        journey = sides.start(server.address(), mongo.uri("jiayou"));
    }

    /** The log over Axon Server's events holds, and the same events in an embedded store have the same root. */
    @Test
    @Order(20)
    void theAuditLogHoldsOnAxonServerToo(@TempDir Path auditor) throws Exception {
        String address = Objects.requireNonNull(sides).queries();
        String token = journey().cast().auditorsToken();
        Thread.sleep(1_500);
        Jiayou verified = Jiayou.runWith(token, "audit", "verify", address + "/audit/log", "--json");
        assertThat(verified.status()).as(verified.output()).isZero();
        JsonNode told = JsonMapper.shared().readTree(verified.output());
        assertThat(told.path("size").asLong()).isGreaterThan(10);

        Path export = auditor.resolve("log.zip");
        export(address, export, token);
        TreeHead head = LoadedExport.head(export, auditor.resolve("elsewhere"));
        assertThat(head.size()).isEqualTo(told.path("size").asLong());
        assertThat(head.root().toString()).isEqualTo(told.path("root").asString());
    }

    /** Byte for byte into a second Axon Server, which nobody else has written to. */
    @Test
    @Order(21)
    void anExportOfTheEmbeddedStoreHasTheSameRootOnAxonServer(@TempDir Path auditor) throws Exception {
        Path export = auditor.resolve("log.zip");
        try (TwoSides elsewhere = new TwoSides(auditor)) {
            String address = elsewhere.standalone("--jiayou.demo=true", "--jiayou.audit.checkpoint-every=500ms");
            Thread.sleep(1_500);
            export(address, export, null);
        }
        TreeHead told;
        try (ExportedLog exported = ExportedLog.open(export)) {
            told = exported.checkpoint().unverified().head();
        }
        try (AxonServer second = AxonServer.start(auditor, "second")) {
            TreeHead head = LoadedExport.head(export, auditor, second.events());
            assertThat(head.size()).isGreaterThan(100);
            assertThat(head).isEqualTo(told);
        }
    }

    private static void export(String address, Path file, @Nullable String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/audit/export"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofFile(file));
    }

    /** The command side read the order's events past its serialiser, the query side reads them by their positions. */
    @Test
    @Order(22)
    void anAnswerKeepsTheHistoryThatItRestsOn() throws Exception {
        JsonNode resolved = journey()
                .cast()
                .staff("auditor", null)
                .read("/api/history?type=feedback.resolved&limit=1")
                .at("/events/0/aggregateId");

        JsonNode judgements = journey()
                .cast()
                .staff("auditor", null)
                .read("/api/feedback/" + resolved.asString() + "/evidence")
                .path("judgements");

        assertThat(judgements).hasSize(2).allSatisfy(judgement -> {
            assertThat(judgement.path("events").asInt()).isEqualTo(2);
            assertThat(judgement.path("holds").asBoolean()).isTrue();
        });
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
