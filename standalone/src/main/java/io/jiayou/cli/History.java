package io.jiayou.cli;

import io.jiayou.rules.Detail;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code ./jiayou history}. */
@Command(
        name = "history",
        description = {
            "Show what was recorded, oldest first: everything, or about an order, a driver, a station,"
                    + " feedback or an aggregate: ./jiayou history order ID.",
            "All conditions hold together."
        },
        mixinStandardHelpOptions = true)
final class History implements Callable<Integer> {

    private static final int PAGE = 500;

    /** What a history can be about. */
    private enum About {
        ORDER,
        DRIVER,
        STATION,
        FEEDBACK,
        AGGREGATE
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KIND",
            description = "order, driver, station, feedback or aggregate.")
    private @Nullable About about;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Its id.")
    private @Nullable String id;

    @Option(names = "--type", description = "A stored name, or what it begins with: order, order.completed.")
    private @Nullable String type;

    @Option(names = "--actor", description = "Who caused it.")
    private @Nullable String actor;

    @Option(names = "--from", paramLabel = "MOMENT", description = "Recorded then or later: 2026-03-01T08:00:00+08:00.")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "MOMENT", description = "Recorded before.")
    private @Nullable String until;

    @Option(names = "--text", description = "Words of feedback, answers, reasons, names and addresses of stations.")
    private @Nullable String text;

    @Option(names = "--limit", paramLabel = "N", description = "So many events at most. Default: 100.")
    private int limit = 100;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        if (about != null && id == null || limit < 1) {
            throw new Failure(limit < 1 ? "--limit is 1 or more" : "an id is missing: ./jiayou history order ID");
        }
        RunningSystem system = data.running().as("auditor");
        ArrayNode events = JsonNodeFactory.instance.arrayNode();
        String cursor = null;
        do {
            JsonNode page = system.get("/api/history" + Download.query(asked(cursor, limit - events.size())));
            page.path("items").forEach(events::add);
            cursor = page.path("nextCursor").asString(null);
        } while (cursor != null && events.size() < limit);
        if (json.asked()) {
            json.print(Map.of("events", events));
        } else {
            print(events, about != null);
        }
        return 0;
    }

    /** @param ofOne whether something is named that they are about */
    static void print(ArrayNode events, boolean ofOne) {
        events.forEach(event -> System.out.println(line(event)));
        if (events.isEmpty()) {
            Say.line(ofOne ? "nothing is recorded of it" : "nothing of the kind is recorded");
        }
    }

    private Map<String, String> asked(@Nullable String cursor, int missing) {
        Map<String, String> asked = new LinkedHashMap<>();
        if (about != null) {
            asked.put(about.name().toLowerCase(java.util.Locale.ROOT), Objects.requireNonNull(id));
        }
        add(asked, "type", type);
        add(asked, "actor", actor);
        add(asked, "from", from);
        add(asked, "until", until);
        add(asked, "text", text);
        add(asked, "cursor", cursor);
        add(asked, "limit", Integer.toString(Math.min(missing, PAGE)));
        return asked;
    }

    private static void add(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null) {
            asked.put(name, value);
        }
    }

    /** An event that was annulled is kept and counts no more: struck through where a terminal can do that, and named. */
    static String line(JsonNode event) {
        if (!event.hasNonNull("annulledBy")) {
            return plain(event);
        }
        String line = Terminal.isThere() ? "\033[9m" + plain(event) + "\033[29m" : plain(event);
        return line + "  "
                + Say.text(Detail.of(
                        "annulled by {0}",
                        Long.toString(event.path("annulledBy").asLong())));
    }

    /** Position, time, type, aggregate, actor; the payload without the id that stands before it. */
    private static String plain(JsonNode event) {
        return Terminal.plain("%8d  %-24s  %-24s  %-36s  %-12s  %s"
                .formatted(
                        event.path("position").asLong(),
                        event.path("recordedAt").asString(""),
                        event.path("type").asString(""),
                        event.path("aggregateId").asString("-"),
                        event.path("metadata").path("actor").asString("-"),
                        event.path("payload")));
    }
}
