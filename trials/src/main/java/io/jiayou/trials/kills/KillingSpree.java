package io.jiayou.trials.kills;

import io.jiayou.trials.bench.Spread;
import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Scripts;
import io.jiayou.trials.server.Server;
import io.jiayou.trials.server.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One data directory, started and killed again and again. */
final class KillingSpree implements AutoCloseable {

    private static final int CROWD = 48;
    private static final String OFTEN = "--jiayou.checkpoint-every=1s";
    private static final Duration LONGEST_LOAD = Duration.ofSeconds(2);
    private static final Duration A_CHECKPOINT = Duration.ofSeconds(5);
    private static final Duration A_REBUILD = Duration.ofMillis(500);

    private final Path data;
    private final long seed = ThreadLocalRandom.current().nextLong();
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Scripts scripts = new Scripts();
    private final Journal journal = new Journal();
    private final Crowd crowd = new Crowd(CROWD, scripts, journal, random);
    private final Map<Moment, Integer> kills = new EnumMap<>(Moment.class);
    private final List<Double> startSeconds = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> differing = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> autopsied = new ArrayList<>();
    private @Nullable Server running;
    private long events;

    KillingSpree(Path data) {
        this.data = data;
    }

    /** Starts the first time, for stations and drivers to register. */
    void open() throws IOException, InterruptedException {
        Server server = start();
        server.awaitReady();
        for (Step step : scripts.opening()) {
            Client.Answer answer = server.client().send(step.method(), step.path(), step.body());
            if (!answer.ok()) {
                throw new IOException(step.path() + " was refused: " + answer.body());
            }
            journal.acknowledged(step, answer.body().path("version").asLong(-1));
        }
    }

    /** Starts it if it doesn't run, looks at what the last kill left, and kills it once more. */
    void kill(Moment moment) throws IOException, InterruptedException {
        Server server = running == null ? start() : running;
        if (moment == Moment.STARTING) {
            Thread.sleep(upTo(usualStart()));
        } else {
            inspect(server, journal.takeTouched());
            crowd.start(server.client());
            Thread.sleep(upTo(LONGEST_LOAD));
            await(moment, server);
        }
        kill(server, moment);
        refused.addAll(crowd.leave());
    }

    private void await(Moment moment, Server server) throws IOException, InterruptedException {
        if (moment == Moment.WRITING_A_CHECKPOINT) {
            long deadline = System.nanoTime() + A_CHECKPOINT.toNanos();
            while (!isWritingACheckpoint() && System.nanoTime() < deadline) {
                Thread.sleep(1);
            }
        } else if (moment == Moment.REBUILDING) {
            server.client().send("POST", "/actuator/readmodels/all/rebuild", null);
            Thread.sleep(upTo(A_REBUILD));
        }
    }

    private boolean isWritingACheckpoint() {
        return Files.exists(data.resolve("read-models.checkpoint.unfinished"));
    }

    private void kill(Server server, Moment moment) throws InterruptedException, IOException {
        if (!server.isAlive()) {
            throw new IOException("the process ended by itself; see " + data.resolve("jiayou.log"));
        }
        server.kill();
        running = null;
        kills.merge(moment, 1, Integer::sum);
    }

    /** Starts it a last time, looks at everything, stops it in good order and opens what it left. */
    void end() throws IOException, InterruptedException {
        Server server = start();
        inspect(server, journal.resources());
        LastWords lastWords = LastWords.of(server.client(), journal);
        server.stop();
        running = null;
        try (Autopsy autopsy = new Autopsy(data)) {
            events = autopsy.events();
            autopsied.addAll(autopsy.gaps());
            autopsied.addAll(lastWords.compare(autopsy));
        }
    }

    private void inspect(Server server, Collection<String> resources) throws IOException, InterruptedException {
        startSeconds.add(server.awaitReady().toMillis() / 1e3);
        Inspection inspection = new Inspection(server.client(), journal);
        lost.addAll(inspection.look(resources));
        differing.addAll(inspection.differingModels());
    }

    private Server start() throws IOException {
        Server server = Server.start(data, OFTEN);
        running = server;
        return server;
    }

    private Duration usualStart() {
        return Duration.ofMillis(startSeconds.isEmpty() ? 1_000 : (long) (1_000 * startSeconds.getLast()));
    }

    private Duration upTo(Duration most) {
        return Duration.ofNanos(random.nextLong(most.toNanos()));
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("kills", kills.values().stream().mapToInt(Integer::intValue).sum());
        kills.forEach((moment, times) ->
                figures.put("  " + moment.name().toLowerCase(Locale.ROOT).replace('_', ' '), times));
        figures.put("commands acknowledged", journal.acknowledgements());
        figures.put("commands without an answer", journal.silences());
        figures.put("acknowledged and lost, doubled or half done", lost.size());
        figures.put("commands refused that should not be", refused.size());
        figures.put("read models that differed from their events", differing.size());
        figures.put("events at the end", events);
        figures.put("gaps, and differences to an independent fold", autopsied.size());
        figures.put("seconds from start to readiness", seconds());
        figures.put("seed", seed);
        return figures;
    }

    private Spread seconds() {
        return Spread.of(startSeconds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    List<String> violations() {
        List<String> all = new ArrayList<>(lost);
        all.addAll(refused);
        all.addAll(differing);
        all.addAll(autopsied);
        return all;
    }

    @Override
    public void close() {
        Server left = running;
        if (left != null) {
            left.close();
        }
    }
}
