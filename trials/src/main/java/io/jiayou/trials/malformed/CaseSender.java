package io.jiayou.trials.malformed;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends cases, each as an actor who has the right to. */
final class CaseSender {

    static final String CORRELATION = "extreme-";

    private static final int PATIENCE = 30;
    private static final long AGAIN_MILLIS = 1_000;

    private final Actors actors;
    private final Scene scene;
    private final Tally tally;
    private final Map<String, String> rightful = new ConcurrentHashMap<>();
    private final Map<String, Integer> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();

    CaseSender(Actors actors, Scene scene, Tally tally) {
        this.actors = actors;
        this.scene = scene;
        this.tally = tally;
    }

    /** How many requests were answered with success, by endpoint. */
    Map<String, Integer> accepted() {
        return new TreeMap<>(accepted);
    }

    void send(Wire wire, Case given) throws IOException, InterruptedException {
        String endpoint = given.endpoint().name();
        String actor = rightful.get(endpoint);
        if (actor == null) {
            actor = given.endpoint().isAboutSessions() ? Actors.NOBODY : find(wire, given.endpoint());
            rightful.put(endpoint, actor);
        }
        status(wire, given, actor);
    }

    /** The first whom the endpoint lets in with a request as it should be; else the first whom it doesn't turn away. */
    private String find(Wire wire, Endpoint endpoint) throws IOException, InterruptedException {
        @Nullable String heard = null;
        for (String actor : actors.names()) {
            int status = status(wire, Case.unchanged(endpoint), actor);
            if (status / 100 == 2) {
                return actor;
            }
            if (heard == null && !List.of(401, 403).contains(status)) {
                heard = actor;
            }
        }
        return heard == null ? Actors.NOBODY : heard;
    }

    private int status(Wire wire, Case given, String actor) throws IOException, InterruptedException {
        Draft draft = scene.draft(given);
        String request = CORRELATION + sent.getAndIncrement();
        draft.headers.put("X-Correlation-Id", request);
        String token = actors.token(actor);
        if (token != null) {
            draft.headers.put("Authorization", "Bearer " + token);
        }
        String told = given.told() + " as " + actor + ": ";
        try {
            Wire.Answer answer = wire.send(draft.bytes(), false);
            // On a busy machine what was acknowledged is seen later than a query waits, and the answer says so.
            for (int times = 0; times < PATIENCE && isBehind(answer); times++) {
                Thread.sleep(AGAIN_MILLIS);
                answer = wire.send(draft.bytes(), false);
            }
            tally.answered(request, answer.status(), Judgement.of(answer, false), told);
            if (answer.status() / 100 == 2) {
                accepted.merge(given.endpoint().name(), 1, Integer::sum);
            }
            return answer.status();
        } catch (IOException | RuntimeException e) {
            tally.unanswered(request, told + e);
            return 0;
        }
    }

    private static boolean isBehind(Wire.Answer answer) {
        return answer.status() == 503 && answer.body().contains("\"read-model-behind\"");
    }
}
