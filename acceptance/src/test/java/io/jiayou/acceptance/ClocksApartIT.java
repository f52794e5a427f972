package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.query.QuerySide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The journey with a query side whose clock is half a minute ahead of the command side's, then behind it, then far away. */
@EnabledIfSystemProperty(
        named = "jiayou.axonserver.jar",
        matches = ".+",
        disabledReason = "no Axon Server: name its jar by -Djiayou.axonserver.jar=…")
class ClocksApartIT extends Acceptance {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private @Nullable TwoSides sides;
    private @Nullable Journey journey;
    private @Nullable FakeClock clock;

    @TempDir
    static Path directory;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        FakeClock ahead = FakeClock.in(directory);
        ahead.set("+30s");
        clock = ahead;
        sides = new TwoSides(directory);
        AxonServer server = sides.running(AxonServer.start(directory, "axon"));
        EmbeddedMongo mongo = sides.running(EmbeddedMongo.start());
        journey = sides.start(
                server.address(), mongo.uri("jiayou"), ahead.environment(), "--jiayou.alarms.look-every=500ms");
    }

    @Test
    @Order(20)
    void isNoAlarmHalfAMinuteAhead() throws Exception {
        expectTasks();
        assertThat(alarms()).isEmpty();
    }

    /** Tokens of the command side are of the future by this clock. */
    @Test
    @Order(21)
    void goesOnHalfAMinuteBehind() throws Exception {
        setClock("-30s");

        journey().cast().staff("auditor", null);
        journey().buysFuel("behind");
        expectTasks();
        assertThat(alarms()).isEmpty();
    }

    /** Nobody's token is good by such a clock, so its log has to tell. */
    @Test
    @Order(22)
    void isAnAlarmFiveMinutesApart() throws Exception {
        setClock("-301s");

        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(ChildProcess.log(directory, QuerySide.class)).contains("Alarm clocks-apart")) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(deadline);
            Thread.sleep(200);
        }
    }

    @Test
    @Order(23)
    void goesOnWhenTheClockIsSetRight() throws Exception {
        setClock("+0");

        journey().buysFuel("right");
        expectTasks();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!alarms().isEmpty()) {
            assertThat(System.nanoTime()).as("%s go within a minute", alarms()).isLessThan(deadline);
            Thread.sleep(200);
        }
    }

    /** The library looks at its file once a second. */
    private void setClock(String offset) throws IOException, InterruptedException {
        Objects.requireNonNull(clock).set(offset);
        Thread.sleep(2_000);
    }

    private List<String> alarms() throws IOException, InterruptedException {
        return journey()
                .cast()
                .operations()
                .read("/api/audit/status")
                .path("alarms")
                .valueStream()
                .map(alarm -> alarm.path("what").asString(""))
                .toList();
    }

    private void expectTasks() throws IOException, InterruptedException {
        JsonNode tasks = journey().cast().operations().read("/actuator/tasks").path("tasks");
        assertThat(tasks.size()).isGreaterThan(3);
        assertThat(tasks.valueStream()).noneMatch(task -> task.hasNonNull("complaint"));
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
