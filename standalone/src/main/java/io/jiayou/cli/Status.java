package io.jiayou.cli;

import io.jiayou.rules.Detail;
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
    public Integer call() {
        RunningSystem system = data.running();
        boolean ready = system.ready();
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
