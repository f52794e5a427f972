package io.jiayou.acceptance;

import io.jiayou.embedded.documents.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

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
