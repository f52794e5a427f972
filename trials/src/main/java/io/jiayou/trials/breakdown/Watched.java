package io.jiayou.trials.breakdown;

import io.jiayou.trials.server.Client;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Waits for what a running system should come to show, and notes what it doesn't. */
final class Watched {

    /** A store may have laid out its log in advance, and a slow machine takes minutes to fill that. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final List<String> wrong = new ArrayList<>();

    /** Something that comes to hold. */
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /** @return whether it came */
    boolean await(String what, Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                wrong.add("not within " + PATIENCE.toSeconds() + " s: " + what);
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }

    void expect(String what, boolean holds) {
        if (!holds) {
            wrong.add(what);
        }
    }

    List<String> wrong() {
        return wrong;
    }

    /** What is wrong by the system's own account, but for what people do: trials cancel more orders than anybody should. */
    static String alarms(Client client) throws IOException, InterruptedException {
        return client.get("/api/audit/status")
                .path("alarms")
                .valueStream()
                .filter(alarm -> !alarm.path("what").asString("").startsWith("security-"))
                .map(JsonNode::toString)
                .collect(Collectors.joining("\n"));
    }

    /** How the archive stands on a system's only target. */
    static JsonNode archive(Client client) throws IOException, InterruptedException {
        return client.get("/api/backups").path("targets").path(0);
    }
}
