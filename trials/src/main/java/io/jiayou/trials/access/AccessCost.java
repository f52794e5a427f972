package io.jiayou.trials.access;

import io.jiayou.identity.terminallogin.TerminalAssertion;
import io.jiayou.trials.bench.Aim;
import io.jiayou.trials.bench.Benchmark;
import io.jiayou.trials.bench.Pairs;
import io.jiayou.trials.bench.Report;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Scripts;
import io.jiayou.trials.server.Server;
import io.jiayou.trials.server.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Orders placed over HTTP with the driver's token and without one, at one system. It is an open one, so that both are
 * accepted: a token's signature, the role's rule and whose the order is are checked there as where tokens are required.
 */
public final class AccessCost implements Benchmark {

    private static final int AT_A_TIME = 16;
    /** As for the audit log: one round differs from the next by more than what is looked for. */
    private static final int SHORT_ROUNDS = 2;

    /** Rounds of each before any counts: a server that has just started interprets its code. */
    private static final int WARM_UP = 3;

    private final Duration round;

    /** @param round how long orders are placed at a time */
    public AccessCost(Duration round) {
        this.round = round;
    }

    @Override
    public String name() {
        return "access";
    }

    @Override
    public Report run(Path directory, int pairs, Steps steps) throws Exception {
        Path data = directory.resolve("data");
        Scripts scripts = new Scripts();
        try (Server server = Server.start(data);
                ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            server.awaitReady();
            Client client = server.client();
            for (Step step : scripts.opening()) {
                send(client, Map.of(), step);
            }
            byte[] key = Base64.getDecoder()
                    .decode(Files.readString(data.resolve("identity").resolve("terminal.key"))
                            .strip());
            for (int n = 0; n < WARM_UP; n++) {
                rate(threads, client, tokens(client, key, scripts.drivers()), scripts);
                rate(threads, client, Map.of(), scripts);
            }
            Pairs<Double> rates = Pairs.measure(
                    pairs * SHORT_ROUNDS,
                    steps,
                    () -> rate(threads, client, tokens(client, key, scripts.drivers()), scripts),
                    () -> rate(threads, client, Map.of(), scripts));
            return new Report(
                    name(),
                    "A: orders placed with the token of their driver; B: without a token, where nobody is asked for one",
                    "every order is forced to disk before it is acknowledged",
                    List.of(rates.ratio("orders placed per second", "1/s", Double::doubleValue, Aim.atLeast(0.9))),
                    List.of("%d at a time over HTTP; the client shares the machine".formatted(AT_A_TIME)));
        }
    }

    /** One for each driver, all new: they are good for five minutes. */
    private static Map<String, String> tokens(Client client, byte[] key, Set<String> drivers)
            throws IOException, InterruptedException {
        Map<String, String> tokens = new HashMap<>();
        for (String driver : drivers) {
            String said = TerminalAssertion.signed(key, "driver", driver, null, Instant.now());
            Client.Answer answer = client.send("POST", "/api/sessions/terminal", Map.of("assertion", said));
            tokens.put(driver, answer.body().path("accessToken").asString(""));
        }
        return tokens;
    }

    private double rate(ExecutorService threads, Client client, Map<String, String> tokens, Scripts scripts)
            throws Exception {
        long started = System.nanoTime();
        List<Future<Integer>> all = new ArrayList<>();
        for (int n = 0; n < AT_A_TIME; n++) {
            all.add(threads.submit(() -> {
                int placed = 0;
                for (; System.nanoTime() - started < round.toNanos(); placed++) {
                    send(client, tokens, scripts.anyOrder(ThreadLocalRandom.current()));
                }
                return placed;
            }));
        }
        int placed = 0;
        for (Future<Integer> each : all) {
            placed += each.get();
        }
        return placed / ((System.nanoTime() - started) / 1e9);
    }

    private static void send(Client client, Map<String, String> tokens, Step step)
            throws IOException, InterruptedException {
        Map<String, ?> body = Objects.requireNonNull(step.body());
        String token = tokens.get(String.valueOf(body.get("driverId")));
        Client.Answer answer = client.send(token, step.method(), step.path(), step.body());
        if (!answer.ok()) {
            throw new IOException(step.path() + " answered " + answer.status() + ": " + answer.body());
        }
    }
}
