package io.jiayou.trials.malformed;

import io.jiayou.trials.server.Client;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Asks a system to fold all its events anew and to compare: are its read models what the events say? */
final class Rebuilt {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_AGAIN_MILLIS = 200;

    private final List<String> wrong = new ArrayList<>();
    private int models;

    private Rebuilt() {}

    /** @throws IOException if it doesn't come to an end */
    static Rebuilt compared(Client client, Actors actors) throws IOException, InterruptedException {
        ask(client, actors, "POST", "/actuator/readmodels/all/verify");
        long started = System.nanoTime();
        while (System.nanoTime() - started < PATIENCE.toNanos()) {
            JsonNode all = ask(client, actors, "GET", "/actuator/readmodels").path("models");
            if (all.valueStream().allMatch(Rebuilt::hasEnded)) {
                Rebuilt rebuilt = new Rebuilt();
                all.forEach(rebuilt::look);
                return rebuilt;
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        throw new IOException("the read models weren't compared within " + PATIENCE);
    }

    private static boolean hasEnded(JsonNode model) {
        return !model.path("verification").path("endedAt").asString("").isEmpty();
    }

    private void look(JsonNode model) {
        models++;
        JsonNode verification = model.path("verification");
        JsonNode differences = verification.path("differences");
        if (verification.path("error").isString()
                || differences.path("different").asLong(1) > 0) {
            wrong.add("a read model isn't what the events say: " + verification);
        }
    }

    private static JsonNode ask(Client client, Actors actors, String method, String path)
            throws IOException, InterruptedException {
        Map<String, String> nothing = Map.of();
        Client.Answer answer =
                client.send(actors.token("operations"), method, path, method.equals("GET") ? null : nothing);
        if (!answer.ok()) {
            throw new IOException(path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    int models() {
        return models;
    }

    List<String> wrong() {
        return wrong;
    }
}
