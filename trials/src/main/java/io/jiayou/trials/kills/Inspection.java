package io.jiayou.trials.kills;

import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Client.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Asks a system whether it shows everything that it acknowledged. */
final class Inspection {

    private static final int AT_A_TIME = 16;
    private static final int BEHIND = 503;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Client client;
    private final Journal journal;

    Inspection(Client client, Journal journal) {
        this.client = client;
        this.journal = journal;
    }

    /** What is missing, doubled or half done in these resources, one line each. */
    List<String> look(Collection<String> resources) throws InterruptedException, IOException {
        Semaphore places = new Semaphore(AT_A_TIME);
        List<Future<List<String>>> looks = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String resource : resources) {
                looks.add(threads.submit(() -> {
                    places.acquire();
                    try {
                        return look(resource);
                    } finally {
                        places.release();
                    }
                }));
            }
            for (Future<List<String>> look : looks) {
                wrong.addAll(look.get());
            }
        } catch (ExecutionException failed) {
            throw new IOException("the system couldn't be asked: " + failed.getCause(), failed);
        }
        return wrong;
    }

    private List<String> look(String resource) throws IOException, InterruptedException {
        Journal.Expected expected = journal.expected(resource);
        Answer answer = read(resource, expected.version());
        if (answer.status() == 404) {
            return expected.version() < 0 ? List.of() : List.of(resource + " was acknowledged and is gone");
        }
        if (!answer.ok()) {
            return List.of(resource + " answers " + answer.status() + ": " + answer.body());
        }
        return Marks.compare(resource, Marks.of(answer.body()), expected);
    }

    /** A read model that says it's behind is asked again for a while. */
    private Answer read(String resource, long version) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = client.send("GET", resource + (version < 0 ? "" : "?version=" + version), null);
            if (answer.status() != BEHIND || System.nanoTime() > deadline) {
                return answer;
            }
        }
    }

    /** Read models that differ from the fold of their events, as the system itself finds. */
    List<String> differingModels() throws IOException, InterruptedException {
        Answer started = client.send("POST", "/actuator/readmodels/all/verify", null);
        if (!started.ok()) {
            throw new IOException("the verification didn't start: " + started.body());
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos() * 5;
        while (true) {
            List<JsonNode> models = models().toList();
            if (models.stream().allMatch(model -> model.path("verification").hasNonNull("endedAt"))) {
                return models.stream()
                        .filter(model -> !verified(model.path("verification")))
                        .map(model -> model.path("name").asString("") + ": " + model.path("verification"))
                        .toList();
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("the verification doesn't end: " + models);
            }
            Thread.sleep(20);
        }
    }

    private static boolean verified(JsonNode verification) {
        JsonNode differences = verification.path("differences");
        return differences.isObject()
                && !verification.hasNonNull("error")
                && differences.path("hash").equals(differences.path("liveHash"));
    }

    private Stream<JsonNode> models() throws IOException, InterruptedException {
        return client.get("/actuator/readmodels").path("models").valueStream();
    }
}
