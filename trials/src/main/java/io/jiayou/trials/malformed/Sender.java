package io.jiayou.trials.malformed;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes the requests, each from the seed and its number alone, and sends them. */
final class Sender {

    static final String CORRELATION = "malformed-";

    private final int port;
    private final List<Endpoint> endpoints;
    private final Actors actors;
    private final long seed;
    private final Tally tally;

    Sender(int port, List<Endpoint> endpoints, Actors actors, long seed, Tally tally) {
        this.port = port;
        this.endpoints = endpoints;
        this.actors = actors;
        this.seed = seed;
        this.tally = tally;
    }

    Wire wire() {
        return new Wire(port);
    }

    void send(Wire wire, int number) {
        SplittableRandom random = new SplittableRandom(seed + number);
        // both go on with each request, so that a few meet all endpoints and all faults, and many meet all pairs
        Endpoint endpoint = endpoints.get(number % endpoints.size());
        Fault fault = Fault.values()[(number + number / endpoints.size()) % Fault.values().length];
        String actor = OddValues.any(actors.names(), random);
        Draft draft = Ground.draft(endpoint, random);
        String request = CORRELATION + number;
        draft.headers.put("X-Correlation-Id", request);
        @Nullable String token = actors.token(actor);
        if (token != null) {
            draft.headers.put("Authorization", "Bearer " + token);
        }
        fault.in(draft, Ground.example(endpoint, random), random);
        boolean withoutBody = draft.method.equals("HEAD");
        String told = "%s %s as %s, %s: ".formatted(fault, endpoint.name(), actor, draft.told());
        try {
            Wire.Answer answer = wire.send(draft.bytes(), withoutBody);
            tally.answered(request, answer.status(), Judgement.of(answer, withoutBody), told);
        } catch (IOException | RuntimeException e) {
            tally.unanswered(request, told + e);
        }
    }
}
