package io.jiayou.acceptance;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The journey on the images of {@code docker/compose.yaml}, with both sides as two processes; skipped without Docker. */
@Testcontainers(disabledWithoutDocker = true)
class ContainersIT extends Acceptance {

    private static final int AXON_SERVER_HTTP = 8024;
    private static final int AXON_SERVER_GRPC = 8124;
    private static final int MONGODB = 27017;

    private @Nullable TwoSides sides;
    private @Nullable Journey journey;

    @BeforeAll
    @SuppressWarnings("resource") // the sides close what they run on
    void start(@TempDir Path directory) throws Exception {
        sides = new TwoSides(directory);
        GenericContainer<?> axonServer = sides.running(new GenericContainer<>(Compose.image("axoniq/axonserver"))
                .withEnv("AXONIQ_AXONSERVER_STANDALONE", "true")
                .withEnv("AXONIQ_AXONSERVER_HOSTNAME", "localhost")
                .withExposedPorts(AXON_SERVER_HTTP, AXON_SERVER_GRPC)
                .waitingFor(Wait.forHttp("/actuator/health").forPort(AXON_SERVER_HTTP)));
        GenericContainer<?> mongo = sides.running(new GenericContainer<>(Compose.image("mongo"))
                .withExposedPorts(MONGODB)
                .waitingFor(Wait.forLogMessage("(?i).*waiting for connections.*", 1)));
        axonServer.start();
        mongo.start();
        journey = sides.start(
                axonServer.getHost() + ":" + axonServer.getMappedPort(AXON_SERVER_GRPC),
                "mongodb://" + mongo.getHost() + ":" + mongo.getMappedPort(MONGODB) + "/jiayou");
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
