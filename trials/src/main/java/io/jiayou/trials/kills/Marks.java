package io.jiayou.trials.kills;

import io.jiayou.embedded.events.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a resource shows of the commands that reached it: the events on its timeline, or a station's prices. */
final class Marks {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Marks() {}

    static List<String> of(JsonNode resource) {
        return Stream.concat(
                        resource.path("timeline").valueStream().map(step -> step.path("event")
                                .asString("")),
                        resource.path("prices")
                                .valueStream()
                                .flatMap(grade -> grade.path("history").valueStream())
                                .map(set -> "price "
                                        + set.at("/unitPrice/thousandths").asLong(0)))
                .toList();
    }

    /** What the events of a resource say of the same commands. */
    static List<String> of(List<StoredEvent> events) {
        return events.stream()
                .map(event -> event.payloadType().equals("station.price-set") ? price(event) : event.payloadType())
                .filter(mark -> !mark.startsWith("station.") && !mark.startsWith("driver."))
                .toList();
    }

    private static String price(StoredEvent event) {
        return "price "
                + JSON.readTree(new String(event.payload(), StandardCharsets.UTF_8))
                        .at("/price/thousandths")
                        .asLong(0);
    }

    /** What is wrong with the shown ones, one line each. */
    static List<String> compare(String resource, List<String> shown, Journal.Expected expected) {
        List<String> wrong = new ArrayList<>();
        Set<String> once = new HashSet<>(shown);
        if (once.size() < shown.size()) {
            wrong.add(resource + " shows something twice: " + shown);
        }
        for (String mark : expected.acknowledged()) {
            if (!once.contains(mark)) {
                wrong.add(resource + " lost " + mark);
            }
        }
        Set<String> explained = new HashSet<>(expected.acknowledged());
        for (Set<String> group : expected.unanswered()) {
            explained.addAll(group);
            long there = group.stream().filter(once::contains).count();
            if (there != 0 && there != group.size()) {
                wrong.add(resource + " shows " + there + " of " + group);
            }
        }
        if (!explained.containsAll(once)) {
            wrong.add(resource + " shows what nobody asked for: " + shown);
        }
        return wrong;
    }
}
