package io.jiayou.cli;

import io.jiayou.rules.Detail;
import tools.jackson.databind.JsonNode;

/** How the periodic tasks stand, for people: what {@code GET /actuator/tasks} says in a line each. */
final class TaskStatus {

    private static final int SECONDS = 19;

    private TaskStatus() {}

    static void print(JsonNode tasks) {
        System.out.println(String.join(
                " ",
                Say.wide(Detail.of("periodic task"), -22),
                Say.wide(Detail.of("last success"), -20),
                Say.wide(Detail.of("next"), -20)));
        for (JsonNode task : tasks) {
            System.out.printf(
                    "%-22s %-20s %-20s  %s%n",
                    task.path("name").asString(""),
                    time(task.path("lastSuccess")),
                    task.hasNonNull("next") ? time(task.path("next")) : Say.text(Detail.of("at it")),
                    wrong(task));
        }
    }

    private static String wrong(JsonNode task) {
        if (task.hasNonNull("complaint")) {
            return Say.text(Detail.of("ALARM: {0}", task.path("complaint").asString("")));
        }
        return task.hasNonNull("failingSince")
                ? Say.text(Detail.of(
                        "failing since {0}: {1}",
                        time(task.path("failingSince")), task.path("error").asString("")))
                : "";
    }

    /** To the second, in UTC. */
    private static String time(JsonNode moment) {
        String text = moment.asString("-");
        return text.length() > SECONDS ? text.substring(0, SECONDS) + "Z" : text;
    }
}
