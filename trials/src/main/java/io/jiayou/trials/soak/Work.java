package io.jiayou.trials.soak;

import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Scripts;
import io.jiayou.trials.server.Step;
import java.io.IOException;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** An ordinary day's mixture: orders to their ends, prices, feedback; people who look, dashboards, live streams. */
final class Work {

    private static final int COMMANDS_A_SECOND = 40;
    private static final int READS_A_SECOND = 45;
    private static final int AT_A_TIME = 32;
    private static final int REMEMBERED = 500;
    private static final List<String> COMMON = List.of(
            "/api/stations?near=31.23,121.47&radius=5000&grade=95%23&sort=price",
            "/api/stations?near=31.20,121.40&radius=10000",
            "/api/dashboards/sales?by=hour",
            "/api/dashboards/sales?by=station",
            "/api/feedback");

    private final Client client;
    private final Scripts scripts = new Scripts();
    private final Streams streams;
    private final Paced commands;
    private final Paced reads;
    private final Deque<String> seen = new ConcurrentLinkedDeque<>();

    /** @param nanos how long, from now on */
    Work(Client client, long nanos) throws Exception {
        this.client = client;
        for (Step step : scripts.opening()) {
            Client.Answer answer = client.send(step.method(), step.path(), step.body());
            if (!answer.ok()) {
                throw new IOException(step.path() + " answered " + answer.status() + ": " + answer.body());
            }
        }
        streams = new Streams(client.port());
        commands = new Paced(COMMANDS_A_SECOND, nanos);
        reads = new Paced(READS_A_SECOND, nanos);
    }

    void run() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = Stream.<Future<?>>concat(
                            Stream.generate(() -> threads.submit(this::order)).limit(AT_A_TIME),
                            Stream.generate(() -> threads.submit(this::look)).limit(AT_A_TIME))
                    .toList();
            Thread pacing = Thread.ofPlatform().start(() -> pace(reads));
            commands.pace();
            pacing.join();
            for (Future<?> each : running) {
                each.get();
            }
            streams.close();
        }
    }

    private static void pace(Paced paced) {
        try {
            paced.pace();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Void order() throws Exception {
        while (commands.goesOn()) {
            for (Step step : scripts.next(ThreadLocalRandom.current())) {
                commands.send(
                        step.method() + " " + step.path(), () -> client.send(step.method(), step.path(), step.body())
                                .status());
                remember(step);
            }
        }
        return null;
    }

    private void remember(Step step) {
        if (step.path().equals("/api/orders")) {
            streams.offer(step.resource());
        }
        seen.addFirst(step.resource());
        if (seen.size() > REMEMBERED) {
            seen.pollLast();
        }
    }

    private Void look() throws Exception {
        while (reads.goesOn()) {
            String path = any(ThreadLocalRandom.current());
            reads.send(path, () -> client.send("GET", path, null).status());
        }
        return null;
    }

    /** Half of them look at what was just done. */
    private String any(RandomGenerator random) {
        String recent = random.nextBoolean() ? seen.peekFirst() : null;
        return recent == null ? COMMON.get(random.nextInt(COMMON.size())) : recent;
    }

    Paced commands() {
        return commands;
    }

    Paced reads() {
        return reads;
    }

    Streams streams() {
        return streams;
    }
}
