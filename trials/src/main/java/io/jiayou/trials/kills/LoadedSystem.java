package io.jiayou.trials.kills;

import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Scripts;
import io.jiayou.trials.server.Server;
import io.jiayou.trials.server.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A system on one data directory that a crowd sends commands to. It may be killed again and again; at each start it is asked
 * whether it still shows everything that it had acknowledged.
 */
public final class LoadedSystem implements AutoCloseable {

    private final Path data;
    private final Map<String, String> environment;
    private final List<String> settings;
    private final long seed = ThreadLocalRandom.current().nextLong();
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Scripts scripts = new Scripts();
    private final Journal journal = new Journal();
    private final Crowd crowd;
    private final Tally tally = new Tally();
    private @Nullable Server running;

    /**
     * @param crowd how many commands are under way at a time
     * @param environment of the process, besides this one's own
     * @param settings as {@code --name=value}
     */
    public LoadedSystem(Path data, int crowd, Map<String, String> environment, List<String> settings) {
        this.data = data;
        this.crowd = new Crowd(crowd, scripts, journal, random);
        this.environment = environment;
        this.settings = settings;
    }

    /** Starts the first time, for stations and drivers to register. */
    public void open() throws IOException, InterruptedException {
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

    /** What decides when a process is killed: it is, once this returns. */
    public interface Hook {
        void await(Server server) throws IOException, InterruptedException;
    }

    /** The process that serves; if there is none it is started, and inspected before anything else is sent to it. */
    public Server serving() throws IOException, InterruptedException {
        Server server = running;
        if (server == null) {
            server = start();
            tally.startSeconds.add(server.awaitReady().toMillis() / 1e3);
            inspect(server, journal.takeTouched());
        }
        return server;
    }

    /** Something to be done under load. */
    public interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Does something while the crowd sends commands. */
    public void underLoad(Work work) throws IOException, InterruptedException {
        crowd.start(serving().client());
        try {
            work.run();
        } finally {
            tally.refused.addAll(crowd.leave());
        }
    }

    /** Kills it under load. */
    public void kill(String step, Hook hook) throws IOException, InterruptedException {
        Server server = serving();
        crowd.start(server.client());
        hook.await(server);
        kill(server, step);
        tally.refused.addAll(crowd.leave());
    }

    /** Starts it and kills it before it is ready. */
    void killWhileStarting(String step) throws IOException, InterruptedException {
        Server left = running;
        Server server = left == null ? start() : left;
        Thread.sleep(upTo(Duration.ofMillis((long) (1_000 * tally.usualStart()))));
        kill(server, step);
    }

    private void kill(Server server, String step) throws IOException, InterruptedException {
        if (!server.isAlive()) {
            throw new IOException("the process ended by itself; see " + data.resolve("jiayou.log"));
        }
        server.kill();
        running = null;
        tally.kills.merge(step, 1, Integer::sum);
    }

    private void inspect(Server server, Collection<String> resources) throws IOException, InterruptedException {
        Inspection inspection = new Inspection(server.client(), journal);
        tally.lost.addAll(inspection.look(resources));
        tally.differing.addAll(inspection.differingModels());
    }

    /** Looks at everything, stops it in good order and opens what it left. */
    public void end() throws IOException, InterruptedException {
        Server server = serving();
        inspect(server, journal.resources());
        LastWords lastWords = LastWords.of(server.client(), journal);
        server.stop();
        running = null;
        try (Autopsy autopsy = new Autopsy(data)) {
            tally.events = autopsy.events();
            tally.autopsied.addAll(autopsy.gaps());
            tally.autopsied.addAll(autopsy.missing(journal));
            tally.autopsied.addAll(lastWords.compare(autopsy));
        }
    }

    /** Verifies the read models, stops it in good order and looks for everything that was acknowledged in the events alone. */
    public void endOnEvents() throws IOException, InterruptedException {
        Server server = serving();
        tally.differing.addAll(new Inspection(server.client(), journal).differingModels());
        server.stop();
        running = null;
        try (Autopsy autopsy = new Autopsy(data)) {
            tally.events = autopsy.events();
        }
        tally.autopsied.addAll(missingFrom(data));
    }

    /** What is missing, doubled or half done in a data directory that should have these events. */
    public List<String> missingFrom(Path directory) {
        try (Autopsy autopsy = new Autopsy(directory)) {
            List<String> wrong = new ArrayList<>(autopsy.gaps());
            wrong.addAll(autopsy.missing(journal));
            return wrong;
        }
    }

    private Server start() throws IOException {
        Server server = Server.start(data, environment, settings);
        running = server;
        return server;
    }

    public Duration upTo(Duration most) {
        return Duration.ofNanos(random.nextLong(Math.max(1, most.toNanos())));
    }

    public SplittableRandom random() {
        return random;
    }

    public Scripts scripts() {
        return scripts;
    }

    public Path data() {
        return data;
    }

    /** How many commands got no answer: they were under way when the process was killed, or were refused for a while. */
    public long silences() {
        return journal.silences();
    }

    public Map<String, Object> figures() {
        Map<String, Object> figures = tally.figures(journal);
        figures.put("seed", seed);
        return figures;
    }

    public List<String> violations() {
        return tally.violations();
    }

    @Override
    public void close() {
        Server left = running;
        if (left != null) {
            left.close();
        }
    }
}
