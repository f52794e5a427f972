package io.jiayou.cli;

import io.jiayou.backup.Archives.Outcome;
import io.jiayou.recovery.ArchiveConfig;
import io.jiayou.recovery.StoppedSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code ./jiayou backup now}. */
@Command(
        name = "now",
        description = "Take a full backup on every target, with the system running or not.",
        mixinStandardHelpOptions = true)
final class BackupNow implements Callable<Integer> {

    /** @param error null if it was taken */
    private record Taken(
            String target, long set, long events, @Nullable String error) {

        static Taken of(JsonNode answer) {
            return new Taken(
                    answer.path("target").asString(""),
                    answer.path("set").asLong(-1),
                    answer.path("events").asLong(-1),
                    answer.hasNonNull("error") ? answer.path("error").asString("") : null);
        }

        static Taken of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Taken taken ->
                    new Taken(taken.target(), taken.set().number(), taken.set().events(), null);
                case Outcome.Failed failed -> new Taken(failed.target(), -1, -1, failed.reason());
            };
        }
    }

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        Path directory = data.directory();
        ArchiveConfig config = ArchiveConfig.in(directory);
        List<Taken> taken = data.found().isPresent()
                ? running(config)
                : config.targets().isEmpty() ? List.of() : stopped(directory, config);
        if (taken.isEmpty()) {
            throw new Failure("no archive is set up for {0}: ./jiayou backup init", directory);
        }
        if (json.asked()) {
            json.print(Map.of("targets", taken));
        } else {
            taken.forEach(BackupNow::print);
        }
        return taken.stream().allMatch(it -> it.error() == null) ? 0 : 1;
    }

    /** A system takes up where its archives go when it starts. */
    private List<Taken> running(ArchiveConfig config) {
        RunningSystem system = data.running();
        if (system.find("/api/backups").isEmpty()) {
            if (config.targets().isEmpty()) {
                return List.of();
            }
            throw new Failure(
                    "the system runs since before backup init, and archives from its next start on: {0}, then {1}",
                    data.command("stop"), data.command("start"));
        }
        List<Taken> taken = new ArrayList<>();
        for (JsonNode target : system.post("/actuator/backups", Map.of()).path("targets")) {
            taken.add(Taken.of(target));
        }
        return taken;
    }

    private static List<Taken> stopped(Path directory, ArchiveConfig config) throws IOException {
        try (StoppedSystem system = StoppedSystem.open(directory)) {
            return system.archives(config).takeSets(system.attachments(), system.erasures()).stream()
                    .map(Taken::of)
                    .toList();
        }
    }

    private static void print(Taken taken) {
        String error = taken.error();
        if (error == null) {
            Say.line("{0}: full backup {1}, {2} events", taken.target(), Long.toString(taken.set()), taken.events());
        } else {
            Say.line("{0}: failed, {1}", taken.target(), error);
        }
    }
}
