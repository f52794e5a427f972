package io.jiayou.trials.breakdown;

import io.jiayou.transparency.Hash;
import io.jiayou.transparency.TreeHead;
import io.jiayou.trials.bench.Directories;
import io.jiayou.trials.server.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Kills restores, and lets the same command go on. */
final class InterruptedRestores {

    private static final int MOST_IN_A_ROW = 3;

    private final ArchivedSystem archived;
    private final Path data;
    private final List<TreeHead> heads = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> hits = new TreeMap<>();
    private Duration usual = Duration.ZERO;
    private int kills;

    /** @param data where is restored to */
    InterruptedRestores(ArchivedSystem archived, Path data) {
        this.archived = archived;
        this.data = data;
    }

    /** One that nobody interrupts, to see how long it takes. */
    void undisturbed(String address) throws IOException, InterruptedException {
        finish(address);
    }

    /** Kills one under load at any moment of its life, perhaps again while it goes on, and then lets it end. */
    void kill(String address) throws IOException, InterruptedException {
        boolean half = killOnce(address);
        for (int n = 1; n < MOST_IN_A_ROW && half && again(); n++) {
            half = killOnce(address);
        }
        if (half) {
            finish(address);
        }
        if (Files.exists(data)) {
            Directories.delete(data);
        }
    }

    private boolean again() {
        return archived.system().random().nextBoolean();
    }

    /** @return whether it hadn't come to its end */
    private boolean killOnce(String address) throws IOException, InterruptedException {
        try (Command restore = Command.start(archived.environment(), archived.restore(address, data))) {
            Thread.sleep(archived.system().upTo(usual));
            restore.kill();
        }
        kills++;
        if (Files.exists(data.resolve("restore.unfinished"))) {
            hits.merge("restores killed half-way", 1, Integer::sum);
            expectRefusal();
            return true;
        }
        boolean ended = Files.exists(data.resolve("events"));
        hits.merge(ended ? "restores killed too late" : "restores killed before their first byte", 1, Integer::sum);
        return !ended;
    }

    private void expectRefusal() throws IOException, InterruptedException {
        Command.Ended start = Command.run(Map.of(), "start", "--foreground", "--port", "0", "--data", data.toString());
        if (!start.isCleanRefusal() || !start.err().contains("hasn't ended")) {
            wrong.add("half a restore was started on: " + start);
        }
    }

    private void finish(String address) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Command.Ended ended = Command.run(archived.environment(), archived.restore(address, data));
        if (ended.status() != 0) {
            wrong.add("a restore didn't go on: " + ended);
            return;
        }
        usual = Duration.ofNanos(System.nanoTime() - started);
        JsonNode answer = ended.json();
        long events = answer.path("events").asLong();
        if (answer.path("appended").asLong() < events) {
            hits.merge("restores that went on behind events", 1, Integer::sum);
        }
        heads.add(new TreeHead(events, Hash.parse(answer.path("root").asString(""))));
        Directories.delete(data);
    }

    int kills() {
        return kills;
    }

    /** How many kills found what, by its name. */
    Map<String, Integer> hits() {
        return hits;
    }

    /** The trees of all restores that came to their end. */
    List<TreeHead> heads() {
        return heads;
    }

    List<String> wrong() {
        return wrong;
    }
}
