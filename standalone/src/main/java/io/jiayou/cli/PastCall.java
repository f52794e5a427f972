package io.jiayou.cli;

import io.jiayou.rules.Detail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Has a past made, follows it, and shows what it holds. */
final class PastCall {

    static final String PASTS = "/api/pasts";

    private static final long LOOK_AGAIN_MILLIS = 200;
    private static final int LONGEST_NAME = 64;

    private final RunningSystem system;
    private final JsonOption json;

    PastCall(RunningSystem system, JsonOption json) {
        this.system = system;
        this.json = json;
    }

    /**
     * @param name the past's; made of the moment if none is given
     * @param model the only one; all of them if none is given
     * @return the exit status: 0 only if the past is ready
     */
    int make(String until, @Nullable String name, @Nullable String model) throws InterruptedException {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("name", name == null ? nameOf(until) : name);
        wanted.put("asOf", until);
        if (model != null) {
            wanted.put("models", List.of(model));
        }
        JsonNode past = await(system.post(PASTS, wanted).path("name").asString(""));
        if (json.asked()) {
            json.print(past);
        } else {
            print(past);
        }
        return past.path("state").asString("").equals("READY") ? 0 : 1;
    }

    private static String nameOf(String until) {
        String name = "until-"
                + until.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private JsonNode await(String name) throws InterruptedException {
        try (Progress progress = new Progress(Say.text(Detail.of("folding")), !json.asked())) {
            while (true) {
                JsonNode past = system.get(PASTS + "/" + name);
                if (!past.path("state").asString("").equals("BUILDING")) {
                    return past;
                }
                progress.at(past.path("events").asLong(0), past.path("total").asLong(0));
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        }
    }

    /** One line for the past, and one for each of its models. */
    static void print(JsonNode past) {
        Say.line(
                "{0}: {1}, as of {2}: the first {3} events, until {4}",
                past.path("name").asString(""),
                past.path("state").asString("").toLowerCase(Locale.ROOT),
                past.path("asOf").asString(""),
                past.path("total").asLong(0),
                past.path("keepUntil").asString(""));
        if (past.hasNonNull("error")) {
            System.out.println("  " + Terminal.plain(past.path("error").asString("")));
        }
        for (JsonNode model : past.path("models")) {
            Say.item(
                    "{0} generation {1}, {2} documents {3}",
                    "%-18s".formatted(model.path("model").asString("")),
                    Integer.toString(model.path("generation").asInt(0)),
                    model.path("documents").asLong(0),
                    model.path("hash").asString(""));
        }
    }
}
