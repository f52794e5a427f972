package io.jiayou.cli;

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
            backups.ifPresentOrElse(
                    ArchiveStatus::print, () -> System.out.println("no archive is set up: ./jiayou backup init"));
        }
        return ready ? 0 : 1;
    }

    private static void print(RunningSystem system, boolean ready, JsonNode models) {
        System.out.println(system.address() + (ready ? " is ready" : " is not ready"));
        System.out.printf("%-18s %10s %10s %6s  %s%n", "read model", "generation", "position", "behind", "");
        for (JsonNode model : models) {
            System.out.printf(
                    "%-18s %10s %10s %6s  %s%n",
                    model.path("name").asString(""),
                    model.path("generation").asString("-"),
                    model.path("position").asString("-"),
                    model.path("lagEvents").asString("-"),
                    model.at("/failure/error").asString(""));
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
        System.out.printf(
                "stopped: %s before the event at position %s (%s), see docs/runbooks/stopped-document.md%n",
                what, stop.path("position").asString("-"), stop.path("error").asString("-"));
    }
}
