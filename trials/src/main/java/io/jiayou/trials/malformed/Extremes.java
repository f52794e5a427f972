package io.jiayou.trials.malformed;

import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Verdict;
import io.jiayou.trials.server.BackupSetup;
import io.jiayou.trials.server.Command;
import io.jiayou.trials.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * Sends the ends of what every member of every command and query can be, and what lies behind them, by HTTP as the system's own
 * document has it, and by both imports. Nothing may be answered with a 5xx, but for half a minute that a read
 * model is behind; whatever is accepted has to be folded by every
 * read model and to survive a rebuild, an export that is folded again, an archive and a restore.
 */
public final class Extremes implements Proof {

    private static final int FULL_TIMES = 50_000;
    private static final int AT_ONCE = 6;
    private static final int RENEW_EVERY = 64;

    private final OptionalLong seed;

    /** In another order each time. */
    public Extremes() {
        this(OptionalLong.empty());
    }

    /** @param seed for the same order each time */
    Extremes(OptionalLong seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return "extremes";
    }

    @Override
    public int fullTimes() {
        return FULL_TIMES;
    }

    @Override
    public Verdict run(Path directory, int times, Steps steps) throws Exception {
        Path data = directory.resolve("data");
        Path archive = Files.createDirectories(directory.resolve("archive"));
        Path kit = directory.resolve("kit.txt");
        BackupSetup.init(data, kit, List.of(archive.toString()), Map.of());
        long sown = seed.orElseGet(() -> ThreadLocalRandom.current().nextLong());
        Tally tally = new Tally();
        Map<String, Object> figures = new LinkedHashMap<>();
        List<String> violations = new ArrayList<>();
        Afterwards afterwards = new Afterwards(directory, data, figures, violations);
        try (Server server = Server.start(data, "--jiayou.access=required")) {
            server.awaitReady();
            server.makeKnown();
            Actors actors = new Actors(server.client(), data, Ground.DRIVER, Ground.STATION);
            Ground.lay(server.client(), actors);
            letIn(server, actors);
            CaseSender sender = new CaseSender(actors, new Scene(server.client(), actors), tally);
            send(server, sender, actors, cases(server, sown, times, figures), steps);
            accepted(sender, figures);
            imports(directory, data, figures, violations);
            actors.renew();
            Rebuilt rebuilt = Rebuilt.compared(server.client(), actors);
            violations.addAll(rebuilt.wrong());
            figures.put("read models compared with a rebuild", rebuilt.models());
            afterwards.ofTheRunning(server);
            server.stop();
        }
        afterwards.ofTheStopped(archive, kit);
        violations.addAll(tally.violations());
        figures.putAll(tally.figures());
        figures.put("seed", sown);
        return new Verdict(name(), figures, violations);
    }

    /** Some cases let another range of addresses in, which keeps out all that aren't on the list. */
    private static void letIn(Server server, Actors actors) throws IOException, InterruptedException {
        Map<String, String> here = Map.of("range", "127.0.0.0/8", "listing", "ALLOWED");
        if (!server.client()
                .send(actors.token("operations"), "POST", "/api/perimeter/addresses", here)
                .ok()) {
            throw new IOException("this machine can't be put on the list of addresses");
        }
    }

    /** But files, which are sent whole, and logging out: whoever tries that has no session any more. */
    private static List<Case> cases(Server server, long seed, int times, Map<String, Object> figures)
            throws IOException, InterruptedException {
        JsonNode document = server.client().get("/v3/api-docs");
        List<Case> all = new ArrayList<>();
        int endpoints = 0;
        for (Endpoint endpoint : Endpoint.of(document)) {
            if (!endpoint.files()
                    && !(endpoint.isAboutSessions() && endpoint.method().equals("DELETE"))) {
                all.addAll(Case.of(endpoint, document));
                endpoints++;
            }
        }
        figures.put("endpoints", endpoints);
        figures.put("cases that there are", all.size());
        Collections.shuffle(all, new Random(seed));
        List<Case> chosen = all.subList(0, Math.min(times, all.size()));
        figures.put("cases sent", chosen.size());
        return chosen;
    }

    private static void send(Server server, CaseSender sender, Actors actors, List<Case> cases, Steps steps)
            throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        List<Future<?>> senders = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int thread = 0; thread < AT_ONCE; thread++) {
                senders.add(threads.submit(() -> {
                    try (Wire wire = new Wire(server.port())) {
                        for (int n = next.getAndIncrement(); n < cases.size(); n = next.getAndIncrement()) {
                            if (n % RENEW_EVERY == 0) {
                                actors.renew();
                            }
                            sender.send(wire, cases.get(n));
                            steps.at(done.incrementAndGet(), cases.size());
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

    private static void accepted(CaseSender sender, Map<String, Object> figures) {
        Map<String, Integer> accepted = sender.accepted();
        figures.put(
                "endpoints of commands that accepted something",
                accepted.keySet().stream().filter(it -> !it.startsWith("GET ")).count());
        figures.put(
                "extreme commands accepted",
                accepted.entrySet().stream()
                        .filter(it -> !it.getKey().startsWith("GET "))
                        .mapToInt(Map.Entry::getValue)
                        .sum());
    }

    /** Both imports, twice: the second time nothing is new. */
    private static void imports(Path directory, Path data, Map<String, Object> figures, List<String> violations)
            throws IOException, InterruptedException {
        Path cards = directory.resolve("cards");
        Path stations = directory.resolve("stations.geojson");
        figures.put("lines of transactions", ExtremeFiles.transactions(cards));
        figures.put("features of stations", ExtremeFiles.stations(stations));
        for (int round = 0; round < 2; round++) {
            imported("transactions", cards, data, round, figures, violations);
            imported("stations", stations, data, round, figures, violations);
        }
    }

    private static void imported(
            String what, Path file, Path data, int round, Map<String, Object> figures, List<String> violations)
            throws IOException, InterruptedException {
        Command.Ended ended =
                Command.run(Map.of(), "import", what, file.toString(), "--data", data.toString(), "--json");
        if (ended.status() != 0) {
            violations.add("import " + what + " ended with " + ended.status() + ": " + ended.out() + ended.err());
            return;
        }
        long accepted = ended.json().path("accepted").asLong(-1);
        if (round == 0) {
            figures.put(what + " accepted", accepted);
        } else if (accepted != 0) {
            violations.add("the same " + what + " a second time changed " + accepted);
        }
    }
}
