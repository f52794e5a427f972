package io.jiayou.acceptance;

import io.jiayou.cli.Ports;
import io.jiayou.standalone.Standalone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The journey on the standalone process and its embedded stores. */
class EmbeddedStoresIT extends Acceptance {

    private @Nullable ChildProcess system;
    private @Nullable Journey journey;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, InterruptedException {
        int port = Ports.free();
        String address = "http://127.0.0.1:" + port;
        system = ChildProcess.java(
                directory,
                Standalone.class,
                List.of("--server.port=" + port, "--jiayou.data=" + directory.resolve("data")),
                Map.of("JIAYOU_ACCESS", "required"));
        system.awaitHealth(address + "/actuator/health/readiness");
        Path firstLogin = directory.resolve("data/identity/first-login");
        journey = new Journey(
                new Cast(new Api(address, address), firstLogin, ChildProcess.log(directory, Standalone.class)));
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (system != null) {
            system.close();
        }
    }

    @Override
    Journey journey() {
        return java.util.Objects.requireNonNull(journey);
    }
}
