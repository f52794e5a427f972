package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A system whose clock is wrong goes on, and when the clock is set right everything goes on from there. */
class ClockIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest(name = "started at {0}, then set to {1}")
    @CsvSource({"+1h, +0", "+365d, +0", "+0, -1h"})
    void loginsTokensTasksAndAlarmsGoOn(String first, String then, @TempDir Path directory) throws Exception {
        FakeClock clock = FakeClock.in(directory);
        clock.set(first);
        try (Guarded system = Guarded.start(
                directory,
                clock.environment(),
                "--jiayou.perimeter.count-every=1s",
                "--jiayou.alarms.look-every=500ms")) {
            works(system, clock, "203.0.113.0/24");

            clock.set(then);
            Thread.sleep(3_000);

            String operations = works(system, clock, "198.51.100.0/24");
            assertThat(events(system, operations, "ADDRESS_LIST")).hasSize(2);
            expectNoOtherAlarm(system, operations);
            expectTasks(system, operations);
        }
    }

    /** A token, a command and what can be read of it. */
    private static String works(Guarded system, FakeClock clock, String range)
            throws IOException, InterruptedException {
        String operations = token(system, clock);
        system.accepted(
                operations,
                "POST",
                "/api/perimeter/addresses",
                Map.of("range", range, "listing", "DENIED", "reason", "for the test"));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!events(system, operations, "ADDRESS_LIST").toString().contains(range)) {
            assertThat(System.nanoTime()).as("seen within a minute: " + range).isLessThan(deadline);
            Thread.sleep(100);
        }
        return operations;
    }

    private static String token(Guarded system, FakeClock clock) throws IOException, InterruptedException {
        Jiayou run = Jiayou.runIn(
                clock.environment(),
                "token",
                "--role",
                "operations",
                "--data",
                system.data().toString());
        assertThat(run.status()).as(run.output()).isZero();
        return run.output().strip();
    }

    private static List<JsonNode> events(Guarded system, String token, String kind)
            throws IOException, InterruptedException {
        return system.accepted(token, "GET", "/api/security/events?limit=100&kind=" + kind, null)
                .path("items")
                .valueStream()
                .toList();
    }

    /** One about clocks may be: an event that was recorded before the clock was set and read after it. */
    private static void expectNoOtherAlarm(Guarded system, String token) throws IOException, InterruptedException {
        assertThat(system.accepted(token, "GET", "/api/audit/status", null)
                        .path("alarms")
                        .valueStream()
                        .map(alarm -> alarm.path("what").asString("")))
                .allMatch(what -> what.startsWith("clocks-"));
    }

    private static void expectTasks(Guarded system, String token) throws IOException, InterruptedException {
        JsonNode tasks = system.accepted(token, "GET", "/actuator/tasks", null).path("tasks");
        assertThat(tasks.size()).isGreaterThan(8);
        Instant tomorrow = Instant.now().plus(Duration.ofHours(25));
        for (JsonNode task : tasks) {
            assertThat(task.hasNonNull("complaint")).as(task.toString()).isFalse();
            if (task.hasNonNull("next")) {
                assertThat(Instant.parse(task.path("next").asString("")))
                        .as(task.toString())
                        .isBefore(tomorrow);
            }
        }
    }
}
