package io.jiayou.cli;

import io.jiayou.rules.Detail;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code ./jiayou status}. */
@Command(
        name = "status",
        description = "Tell whether the system runs, and how its read models and its archives are.",
        mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        RunningSystem system = data.running();
        boolean ready = system.ready();
        try {
            return told(system, ready);
        } catch (Failure e) {
            return withoutItsWord(system, ready, e);
        }
    }

    /** Who may be told more needs a token, and that one was given is recorded, which a full disk refuses first. */
    private int withoutItsWord(RunningSystem system, boolean ready, Failure why) throws IOException {
        long free = Files.getFileStore(data.directory()).getUsableSpace();
        if (json.asked()) {
            json.print(Map.of("address", system.address(), "ready", ready, "error", Reason.of(why), "freeBytes", free));
        } else {
            Say.line(ready ? "{0} is ready" : "{0} is not ready", system.address());
            Say.item("it says no more: {0}", Reason.of(why));
            Say.item("{0} MB are free on the disk of {1}", free >> 20, data.directory());
        }
        return 1;
    }

    private int told(RunningSystem system, boolean ready) {
        JsonNode models = system.get("/actuator/readmodels").path("models");
        Optional<JsonNode> backups = system.find("/api/backups");
        JsonNode tasks = system.get("/actuator/tasks").path("tasks");
        if (json.asked()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("address", system.address());
            answer.put("ready", ready);
            answer.put("readModels", models);
            answer.put("tasks", tasks);
            backups.ifPresent(found -> answer.put("archive", found));
            json.print(answer);
        } else {
            print(system, ready, models);
            TaskStatus.print(tasks);
            backups.ifPresentOrElse(ArchiveStatus::print, () -> Say.line("no archive is set up: ./jiayou backup init"));
        }
        return ready ? 0 : 1;
    }

    private static void print(RunningSystem system, boolean ready, JsonNode models) {
        Say.line(ready ? "{0} is ready" : "{0} is not ready", system.address());
        System.out.println(String.join(
                " ",
                Say.wide(Detail.of("read model"), -18),
                Say.wide(Detail.of("generation"), 10),
                Say.wide(Detail.of("position"), 10),
                Say.wide(Detail.of("behind"), 6)));
        for (JsonNode model : models) {
            System.out.printf(
                    "%-18s %10s %10s %6s  %s%n",
                    model.path("name").asString(""),
                    model.path("generation").asString("-"),
                    model.path("position").asString("-"),
                    model.path("lagEvents").asString("-"),
                    Terminal.plain(model.at("/failure/error").asString("")));
        }
        models.forEach(Status::printStops);
    }

    private static void printStops(JsonNode model) {
        String name = model.path("name").asString("");
        model.path("stopped")
                .forEach(stop -> printStop(name + " " + stop.path("document").asString(""), stop));
        model.path("incomplete").forEach(stop -> printStop(name, stop));
    }

    private static void printStop(String what, JsonNode stop) {
        Say.line(
                "stopped: {0} before the event at position {1} ({2}), see docs/runbooks/stopped-document.md",
                what, stop.path("position").asString("-"), stop.path("error").asString("-"));
    }
}
