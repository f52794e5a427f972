package io.jiayou.cli;

import io.jiayou.archive.target.Target;
import io.jiayou.archive.write.Attachment;
import io.jiayou.backup.Archives;
import io.jiayou.backup.Archives.Outcome;
import io.jiayou.recovery.ArchiveConfig;
import io.jiayou.recovery.StoppedSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        }
        return taken.stream().allMatch(it -> it.error() == null) ? 0 : 1;
    }

    /** A system takes up where its archives go when it starts. */
    private List<Taken> running(ArchiveConfig config) {
        RunningSystem system = data.running();
        Optional<JsonNode> backups = system.find("/api/backups");
        if (backups.isEmpty()) {
            if (config.targets().isEmpty()) {
                return List.of();
            }
            throw new Failure(
                    "the system runs since before backup init, and archives from its next start on: {0}, then {1}",
                    data.command("stop"), data.command("start"));
        }
        List<Callable<Taken>> all = new ArrayList<>();
        for (JsonNode target : backups.get().path("targets")) {
            String name = target.path("target").asString("");
            all.add(() -> taken(system, name));
        }
        return Each.asItEnds(all, this::tell);
    }

    private static Taken taken(RunningSystem system, String target) {
        try {
            return Taken.of(system.post("/actuator/backups", Map.of("target", target))
                    .path("targets")
                    .path(0));
        } catch (RuntimeException e) {
            return new Taken(target, -1, -1, Reason.of(e));
        }
    }

    private List<Taken> stopped(Path directory, ArchiveConfig config) throws IOException {
        try (StoppedSystem system = StoppedSystem.open(directory)) {
            Archives archives = system.archives(config);
            List<Attachment> attachments = system.attachments();
            List<String> erasures = system.erasures();
            List<Taken> all = new ArrayList<>();
            for (Target target : archives.targets()) {
                archives.takeSet(target.name(), attachments, erasures)
                        .map(Taken::of)
                        .ifPresent(taken -> {
                            all.add(taken);
                            tell(taken);
                        });
            }
            return all;
        }
    }

    private void tell(Taken taken) {
        if (!json.asked()) {
            print(taken);
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
