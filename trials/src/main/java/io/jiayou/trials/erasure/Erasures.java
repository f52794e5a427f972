package io.jiayou.trials.erasure;

import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.target.TargetAddress;
import io.jiayou.recovery.ArchiveConfig;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Verdict;
import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Client.Answer;
import io.jiayou.trials.server.Scripts;
import io.jiayou.trials.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/**
 * Erases persons while others order, and looks for what they have said: in every byte that the system keeps, in what it
 * answers, in what a restore from a backup of before brings back. Whoever isn't erased has to be untouched.
 */
public final class Erasures implements Proof {

    private static final int FULL_TIMES = 200;
    static final String[] SETTINGS = {
        "--jiayou.audit.checkpoint-every=500ms", "--jiayou.archive.every=500ms", "--jiayou.checkpoint-every=2s"
    };

    @Override
    public String name() {
        return "erasure";
    }

    @Override
    public int fullTimes() {
        return FULL_TIMES;
    }

    @Override
    public Verdict run(Path directory, int times, Steps steps) throws Exception {
        long seed = ThreadLocalRandom.current().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        Path data = Files.createDirectories(directory.resolve("data"));
        Path target = Files.createDirectories(directory.resolve("archive"));
        TargetAddress.prepare(target.toString());
        AgeIdentity identity = AgeIdentity.generate();
        new ArchiveConfig(
                        List.of(target.toString()), List.of(identity.recipient().toString()))
                .write(data);
        List<String> violations = new ArrayList<>();
        Scripts scripts = new Scripts();
        Before before = Before.anErasure(data, times, random, scripts);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("persons erased", times);
        figures.put("persons beside them", before.others().size());
        try (Server server = Server.start(data, SETTINGS)) {
            server.awaitReady();
            erase(server.client(), before, scripts, seed, steps, figures, violations);
            awaitArchived(server.client());
            new Answers(server.client(), before, violations).check(directory);
            server.stop();
        }
        new Aftermath(data, before).run(target, identity, directory.resolve("restored"), figures, violations);
        figures.put("broken promises", violations.size());
        figures.put("seed", seed);
        return new Verdict(name(), figures, violations);
    }

    private static void erase(
            Client client,
            Before before,
            Scripts scripts,
            long seed,
            Steps steps,
            Map<String, Object> figures,
            List<String> violations)
            throws Exception {
        int done = 0;
        long slowest = 0;
        try (Load load = new Load(client, scripts, seed)) {
            for (Person person : before.erased()) {
                Thread racing = Thread.ofVirtual().start(() -> race(client, person, before.station()));
                long started = System.nanoTime();
                Answer answer = client.send("DELETE", "/api/drivers/" + person.driver(), null);
                slowest = Math.max(slowest, System.nanoTime() - started);
                if (!answer.ok()) {
                    violations.add("an erasure was answered with " + answer.status() + " " + answer.body());
                }
                Answer refused = person.orderAgain(client, before.station());
                if (!refused.body().path("code").asString("").equals("driver-erased")) {
                    violations.add("a later order was answered with " + refused.status() + " " + refused.body());
                }
                racing.join();
                steps.at(++done, before.erased().size());
            }
            load.close();
            figures.put("commands of others meanwhile", load.done());
            violations.addAll(load.refused());
        }
        figures.put("slowest erasure, ms", slowest / 1_000_000);
    }

    /** Whatever becomes of it: it may come before or after. */
    private static void race(Client client, Person person, String station) {
        try {
            person.orderAgain(client, station);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitArchived(Client client) throws IOException, InterruptedException {
        long events = -1;
        for (int n = 0; n < 600; n++) {
            JsonNode standing = client.get("/api/backups").path("targets").path(0);
            long now = standing.path("events").asLong(-1);
            long size = client.get("/api/audit/status").path("size").asLong(now);
            if (now == events && standing.path("behind").asLong(1) == 0 && now >= size) {
                return;
            }
            events = now;
            Thread.sleep(1_000);
        }
        throw new IOException("the archive doesn't catch up");
    }
}
