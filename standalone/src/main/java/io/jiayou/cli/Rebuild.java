package io.jiayou.cli;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Said;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code ./jiayou rebuild}. */
@Command(
        name = "rebuild",
        description = {
            "Fill new generations of the read models from the events while the old ones serve, compare both, switch.",
            "The generation before stays for a way back.",
            "With --until: as they stood at a moment, beside what serves; jiayou pasts shows what is there."
        },
        mixinStandardHelpOptions = true)
final class Rebuild implements Callable<Integer> {

    private static final String MODELS = "/actuator/readmodels";
    private static final long LOOK_AGAIN_MILLIS = 200;

    @Option(names = "--model", paramLabel = "NAME", description = "One read model. Default: all of them.")
    private String model = "all";

    @Option(
            names = "--until",
            paramLabel = "MOMENT",
            description = "Up to an event's position, or to a moment such as 2026-03-01T08:00:00+08:00.")
    private @Nullable String until;

    @Option(names = "--into", paramLabel = "NAME", description = "What that past is called. Default: from the moment.")
    private @Nullable String into;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws InterruptedException {
        RunningSystem system = data.running();
        if (until != null) {
            return new PastCall(system, json).make(until, into, model.equals("all") ? null : model);
        }
        if (into != null) {
            throw new Failure("--into names the past of a moment: give it by --until");
        }
        expectKnown(system.get(MODELS), model);
        return run(system, "/" + model + "/rebuild", json);
    }

    static void expectKnown(JsonNode readModels, String model) {
        List<String> known = readModels
                .path("models")
                .valueStream()
                .map(it -> it.path("name").asString(""))
                .sorted()
                .toList();
        if (!model.equals("all") && !known.contains(model)) {
            throw new Failure("no read model is called {0}; there are {1}", model, known);
        }
    }

    /** Starts work on read models by its path, waits for its end and shows what became of each. */
    static int run(RunningSystem system, String operation, JsonOption json) throws InterruptedException {
        Set<String> started = system.post(MODELS + operation, Map.of())
                .path("started")
                .valueStream()
                .map(rebuild -> rebuild.path("model").asString(""))
                .collect(Collectors.toSet());
        List<JsonNode> ended = await(system, started, json);
        if (json.asked()) {
            json.print(Map.of("rebuilds", ended));
        } else {
            ended.forEach(Rebuild::print);
        }
        return ended.stream().allMatch(rebuild -> phase(rebuild).equals("DONE")) ? 0 : 1;
    }

    /** Waits until the rebuilds of these models have ended here. */
    private static List<JsonNode> await(RunningSystem system, Set<String> started, JsonOption json)
            throws InterruptedException {
        try (Progress progress = new Progress(Say.text(Detail.of("rebuilding")), !json.asked())) {
            while (true) {
                List<JsonNode> rebuilds = system.get(MODELS)
                        .path("models")
                        .valueStream()
                        .filter(it -> started.contains(it.path("name").asString("")))
                        .map(it -> it.path("rebuild"))
                        .toList();
                if (rebuilds.stream().map(Rebuild::phase).allMatch(Set.of("DONE", "FAILED")::contains)) {
                    return rebuilds;
                }
                progress.at(sum(rebuilds, "events"), sum(rebuilds, "total"));
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        }
    }

    private static long sum(List<JsonNode> rebuilds, String field) {
        return rebuilds.stream().mapToLong(it -> it.path(field).asLong(0)).sum();
    }

    private static String phase(JsonNode rebuild) {
        return rebuild.path("phase").asString("");
    }

    private static void print(JsonNode rebuild) {
        Said outcome = phase(rebuild).equals("DONE")
                ? Detail.of(
                        "generation {0} serves",
                        Integer.toString(rebuild.path("generation").asInt(0)))
                : Detail.of("failed: {0}", rebuild.path("error").asString(""));
        Say.line(
                "{0} {1} events, {2}/s, {3}{4}",
                "%-18s".formatted(rebuild.path("model").asString("")),
                rebuild.path("events").asLong(0),
                rebuild.path("eventsPerSecond").asLong(0),
                outcome,
                difference(rebuild.path("differences")));
    }

    private static Said difference(JsonNode differences) {
        if (!differences.isObject()) {
            return reader -> "";
        }
        boolean equal = differences.path("hash").equals(differences.path("liveHash"));
        return equal
                ? Detail.of(
                        ", equal to the one before: {0}",
                        differences.path("hash").asString(""))
                : Detail.of(", differs from the one before: {0}", differences);
    }
}
