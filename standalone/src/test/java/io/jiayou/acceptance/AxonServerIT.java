package io.jiayou.acceptance;

import io.jiayou.command.CommandSide;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.query.QuerySide;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
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

    private static final String IDENTIFIER_KEY = "YWNjZXB0YW5jZS10ZXN0LWtleS1vZi0zMi1ieXRlcyE=";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private @Nullable Journey journey;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, InterruptedException {
        String server = axonServer(directory);
        EmbeddedMongo mongo = started(EmbeddedMongo.start());
        String commands = side(
                directory,
                CommandSide.class,
                "query-side",
                Map.of("JIAYOU_AXON_SERVERS", server, "JIAYOU_IDENTIFIER_KEY", IDENTIFIER_KEY));
        String queries = side(
                directory,
                QuerySide.class,
                "command-side",
                Map.of("JIAYOU_AXON_SERVERS", server, "JIAYOU_MONGODB_URI", mongo.connectionString() + "/jiayou"));
        journey = new Journey(new Api(commands, queries));
    }

    private String side(Path directory, Class<?> main, String without, Map<String, String> environment)
            throws IOException, InterruptedException {
        int port = ChildProcess.freePort();
        String address = "http://127.0.0.1:" + port;
        started(ChildProcess.java(directory, main, without, List.of("--server.port=" + port), environment))
                .awaitHealth(address + "/actuator/health/readiness");
        return address;
    }

    /** Standard output says when its gRPC port is open; the health address alone says so too early. */
    private String axonServer(Path directory) throws IOException, InterruptedException {
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
        started(ChildProcess.start(directory, "axon-server", command, Map.of()))
                .awaitLog("Axon Server Gateway started on port: " + grpc);
        return "localhost:" + grpc;
    }

    private <T extends AutoCloseable> T started(T it) {
        running.push(it);
        return it;
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable it : running) {
            it.close();
        }
    }

    @Override
    Journey journey() {
        return Objects.requireNonNull(journey);
    }
}
