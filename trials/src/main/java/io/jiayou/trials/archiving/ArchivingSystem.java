package io.jiayou.trials.archiving;

import io.jiayou.trials.bench.Latencies;
import io.jiayou.trials.server.BackupSetup;
import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Command;
import io.jiayou.trials.server.Scripts;
import io.jiayou.trials.server.Server;
import io.jiayou.trials.server.Step;
import io.jiayou.trials.visibility.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A standalone process that archives to a folder, and lightly gets commands. */
final class ArchivingSystem implements AutoCloseable {

    private static final int TO_WARM_UP = 1_000;

    private final Path data;
    private final Path kit;
    private final Path folder;
    private final Server server;
    private final Scripts scripts = new Scripts();
    private final Duration untilReady;
    private final long eventsAtStart;

    private ArchivingSystem(Path data, Path kit, Path folder, Server server) throws IOException, InterruptedException {
        this.data = data;
        this.kit = kit;
        this.folder = folder;
        this.server = server;
        this.untilReady = server.awaitReady();
        server.makeKnown();
        this.eventsAtStart =
                server.client().get("/actuator/readmodels").path("head").asLong();
    }

    /**
     * Starts it on a data directory that may have events.
     *
     * @param settings as {@code --name=value}
     */
    static ArchivingSystem start(Path directory, Path data, List<String> settings)
            throws IOException, InterruptedException {
        Path kit = directory.resolve("kit.txt");
        Path folder = directory.resolve("live-archive");
        BackupSetup.init(data, kit, List.of(folder.toString()), Map.of());
        Server server = Server.start(data, Map.of(), settings);
        try {
            return new ArchivingSystem(data, kit, folder, server).opened();
        } catch (IOException | RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    private ArchivingSystem opened() throws IOException, InterruptedException {
        for (Step step : scripts.opening()) {
            accepted(step);
        }
        for (int n = 0; n < TO_WARM_UP; n++) {
            order();
        }
        return this;
    }

    /** From the start of its process to readiness. */
    Duration untilReady() {
        return untilReady;
    }

    /** How many events it had then. */
    long eventsAtStart() {
        return eventsAtStart;
    }

    Path folder() {
        return folder;
    }

    Path kit() {
        return kit;
    }

    /**
     * Places an order.
     *
     * @return the position in the history that includes it
     */
    long order() throws IOException, InterruptedException {
        return accepted(scripts.anyOrder(ThreadLocalRandom.current()));
    }

    private long accepted(Step step) throws IOException, InterruptedException {
        Client.Answer answer = server.client().send(step.method(), step.path(), step.body());
        if (!answer.ok()) {
            throw new IOException(step.path() + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.body().path("version").asLong(-1);
    }

    /** So many orders at a light pace; the p99 of one in milliseconds. */
    double p99Millis(int orders) throws Exception {
        Latencies latencies = new Latencies();
        for (long nanos : Pace.keep(orders, this::nanosOfAnOrder)) {
            latencies.add(nanos);
        }
        return latencies.percentileMillis(0.99);
    }

    private long nanosOfAnOrder() throws IOException, InterruptedException {
        long started = System.nanoTime();
        order();
        return System.nanoTime() - started;
    }

    /** Something that goes on beside the commands. */
    interface Beside {
        void run() throws IOException, InterruptedException;
    }

    /** The same while something else is done again and again; at least once it has to come to its end. */
    double p99MillisWhile(int orders, Beside beside) throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger times = new AtomicInteger();
        FutureTask<Void> thread = new FutureTask<>(() -> {
            while (!ended.get()) {
                beside.run();
                times.incrementAndGet();
            }
            return null;
        });
        Thread.ofPlatform().start(thread);
        double p99 = p99Millis(orders);
        ended.set(true);
        thread.get();
        if (times.get() == 0) {
            throw new IOException("nothing was done beside the commands");
        }
        return p99;
    }

    /** On the only target, as {@code ./jiayou backup now} does it. */
    void takeFullBackup() throws IOException, InterruptedException {
        Client.Answer answer = server.client().send("POST", "/actuator/backups", Map.of());
        if (!answer.ok() || answer.body().path("targets").path(0).hasNonNull("error")) {
            throw new IOException("no full backup: " + answer.body());
        }
    }

    /** At the lowest priority, as the nightly one is started. */
    void drill() throws IOException, InterruptedException {
        Command.Ended ended =
                Command.runLast(Map.of(), "drill", "--data", data.toString(), "--identity", kit.toString(), "--json");
        if (ended.status() != 0) {
            throw new IOException("the drill: " + ended.out() + ended.err());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
