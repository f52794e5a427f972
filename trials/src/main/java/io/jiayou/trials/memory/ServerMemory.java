package io.jiayou.trials.memory;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** Memory and start of the standalone process with the demonstration data, against what is allowed. */
public final class ServerMemory implements Benchmark {

    private static final double ALLOWED_MB = 768;
    private static final double ALLOWED_SECONDS = 15;
    private static final int AT_A_TIME = 16;
    private static final List<String> READS = List.of(
            "/api/stations?near=31.23,121.47&radius=5000&grade=95%23&sort=price",
            "/api/dashboards/sales?by=hour", "/api/dashboards/sales?by=station", "/api/feedback");

    private final int requests;

    /** @param requests sent in each round before the memory is read, half of them commands */
    public ServerMemory(int requests) {
        this.requests = requests;
    }

    private record Needs(double startSeconds, double megabytes) {}

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Report run(Path directory, int pairs, Steps steps) throws Exception {
        Pairs<Needs> needs = Pairs.measure(
                pairs,
                steps,
                () -> needs(Files.createTempDirectory(directory, "data")),
                () -> new Needs(ALLOWED_SECONDS, ALLOWED_MB));
        return new Report(
                name(),
                "A: the standalone process on an empty data directory with the demonstration data; B: what is allowed",
                "every command is forced to disk before it is acknowledged",
                List.of(
                        needs.ratio("most memory ever resident", "MB", Needs::megabytes, Aim.atMost(1)),
                        needs.ratio(
                                "from its start to readiness, demonstration data included",
                                "s",
                                Needs::startSeconds,
                                Aim.atMost(1))),
                List.of("%,d requests before the memory is read, %d at a time, half of them commands"
                        .formatted(requests, AT_A_TIME)));
    }

    private Needs needs(Path data) throws Exception {
        try (Server server = Server.start(data, "--jiayou.demo=true")) {
            double seconds = server.awaitReady().toMillis() / 1e3;
            load(server.client());
            double megabytes = Resident.of(server.pid()).most();
            server.stop();
            return new Needs(seconds, megabytes);
        }
    }

    private void load(Client client) throws Exception {
        Scripts scripts = new Scripts();
        for (Step step : scripts.opening()) {
            send(client, step);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<Integer>> sent = new ArrayList<>();
            for (int n = 0; n < requests / 2; n++) {
                String read = READS.get(n % READS.size());
                sent.add(threads.submit(() -> {
                    client.get(read);
                    return send(client, scripts.anyOrder(ThreadLocalRandom.current()));
                }));
            }
            for (Future<Integer> each : sent) {
                each.get();
            }
        }
    }

    private static int send(Client client, Step step) throws IOException, InterruptedException {
        Client.Answer answer = client.send(step.method(), step.path(), step.body());
        if (!answer.ok()) {
            throw new IOException(step.path() + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.status();
    }
}
