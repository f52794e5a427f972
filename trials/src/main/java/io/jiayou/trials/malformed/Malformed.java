package io.jiayou.trials.malformed;

import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Verdict;
import io.jiayou.trials.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends a running system requests as no client should, made of its own document, as each kind of actor and as nobody: it
 * has to answer each with a problem or with success, to keep events of what it answered with success and of nothing
 * else, and to have read models at the end that are the fold of its events.
 */
public final class Malformed implements Proof {

    private static final int FULL_TIMES = 100_000;
    private static final int AT_ONCE = 8;
    private static final int RENEW_EVERY = 64;

    private final OptionalLong seed;

    /** With other requests each time. */
    public Malformed() {
        this(OptionalLong.empty());
    }

    /** @param seed for the same requests each time */
    Malformed(OptionalLong seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return "malformed";
    }

    @Override
    public int fullTimes() {
        return FULL_TIMES;
    }

    @Override
    public Verdict run(Path directory, int times, Steps steps) throws Exception {
        Path data = directory.resolve("data");
        long sown = seed.orElseGet(() -> ThreadLocalRandom.current().nextLong());
        Tally tally = new Tally();
        Rebuilt rebuilt;
        int endpoints;
        int actors;
        try (Server server = Server.start(data, "--jiayou.access=required")) {
            server.awaitReady();
            Actors all = new Actors(server.client(), data, Ground.DRIVER, Ground.STATION);
            Ground.lay(server.client(), all);
            List<Endpoint> described = Endpoint.of(server.client().get("/v3/api-docs"));
            endpoints = described.size();
            actors = all.names().size();
            Sender sender = new Sender(server.client().port(), described, all, sown, tally);
            send(sender, all, times, steps);
            all.renew();
            rebuilt = Rebuilt.compared(server.client(), all);
            server.stop();
        }
        Recorded recorded = Recorded.in(data, Sender.CORRELATION, tally.succeeded());
        List<String> violations = new ArrayList<>(tally.violations());
        violations.addAll(recorded.unanswered());
        violations.addAll(rebuilt.wrong());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("requests", times);
        figures.put("kinds of faults", Fault.values().length - 1);
        figures.put("endpoints", endpoints);
        figures.put("kinds of actors", actors);
        figures.putAll(tally.figures());
        figures.put("events at the end", recorded.events());
        figures.put("events of requests without success", recorded.unanswered().size());
        figures.put("read models compared with a rebuild", rebuilt.models());
        figures.put("read models that differ from it", rebuilt.wrong().size());
        figures.put("seed", sown);
        return new Verdict(name(), figures, violations);
    }

    private static void send(Sender sender, Actors actors, int times, Steps steps) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        List<Future<?>> senders = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int thread = 0; thread < AT_ONCE; thread++) {
                senders.add(threads.submit(() -> {
                    try (Wire wire = sender.wire()) {
                        for (int n = next.getAndIncrement(); n < times; n = next.getAndIncrement()) {
                            if (n % RENEW_EVERY == 0) {
                                actors.renew();
                            }
                            sender.send(wire, n);
                            steps.at(done.incrementAndGet(), times);
                        }
                        return null;
                    }
                }));
            }
            for (Future<?> each : senders) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the trial couldn't go on: " + e.getCause(), e);
        }
    }
}
