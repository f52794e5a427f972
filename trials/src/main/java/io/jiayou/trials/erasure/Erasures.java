package io.jiayou.trials.erasure;

import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.target.TargetAddress;
import io.jiayou.privacy.PersonKeys;
import io.jiayou.recovery.ArchiveConfig;
import io.jiayou.standalone.EmbeddedKeys;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Verdict;
import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Client.Answer;
import io.jiayou.trials.server.Scripts;
import io.jiayou.trials.server.Server;
import io.jiayou.trials.server.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Erases persons while others order, and looks for what they have said: in every byte that the system keeps, in what it
 * answers, in what a restore from a backup of before brings back. Whoever isn't erased has to be untouched.
 */
public final class Erasures implements Proof {

    private static final int FULL_TIMES = 200;
    private static final String[] SETTINGS = {
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

    /** What was there before anybody was erased. */
    record Before(
            List<Person> erased,
            List<Person> others,
            Map<String, String> shown,
            Map<String, String> wrapped,
            long events,
            String station,
            String publicWord) {}

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
        Before before = before(data, times, random, scripts);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("persons erased", times);
        figures.put("persons beside them", before.others().size());
        try (Server server = Server.start(data, SETTINGS)) {
            server.awaitReady();
            erase(server.client(), before, scripts, seed, steps, figures, violations);
            awaitArchived(server.client());
            answers(server.client(), directory, before, violations);
            server.stop();
        }
        new Aftermath(data, before).run(target, identity, directory.resolve("restored"), figures, violations);
        figures.put("broken promises", violations.size());
        figures.put("seed", seed);
        return new Verdict(name(), figures, violations);
    }

    private static Before before(Path data, int times, SplittableRandom random, Scripts scripts) throws Exception {
        List<Person> erased = persons(times, random);
        List<Person> others = persons(Math.max(5, times / 4), random);
        String word = Person.word(random);
        Map<String, String> shown = new LinkedHashMap<>();
        String station = "s-" + word;
        long events;
        try (Server server = Server.start(data, SETTINGS)) {
            server.awaitReady();
            Client client = server.client();
            for (Step step : scripts.opening()) {
                Person.send(client, step.method(), step.path(), Map.copyOf(Objects.requireNonNull(step.body())));
            }
            Person.send(client, "POST", "/api/stations", Map.of("stationId", station, "name", word));
            Person.send(client, "PUT", "/api/stations/" + station + "/pumps/1", Map.of("grades", List.of("95#")));
            Person.send(
                    client,
                    "PUT",
                    "/api/stations/" + station + "/prices/95%23",
                    Map.of("unitPrice", 7_890, "currency", "CNY"));
            for (Person person : erased) {
                person.appear(client, station);
            }
            for (Person person : others) {
                person.appear(client, station);
            }
            awaitVisible(client, others.getLast());
            expectShown(client, erased, shown);
            expectShown(client, others, shown);
            JsonNode set =
                    client.send("POST", "/actuator/backups", Map.of()).body().path("targets");
            events = set.path(0).path("events").asLong(-1);
            if (events < 1) {
                throw new IOException("no backup was taken: " + set);
            }
            server.stop();
        }
        return new Before(erased, others, shown, wrapped(data), events, station, word);
    }

    private static List<Person> persons(int count, SplittableRandom random) {
        Map<String, Person> byPhone = new LinkedHashMap<>();
        Set<String> plates = new HashSet<>();
        while (byPhone.size() < count) {
            Person person = Person.any(random);
            if (plates.add(person.plate())) {
                byPhone.putIfAbsent(person.phone(), person);
            }
        }
        return List.copyOf(byPhone.values());
    }

    private static void awaitVisible(Client client, Person last) throws IOException, InterruptedException {
        while (!client.send("GET", "/api/feedback/" + last.feedback(), null)
                .body()
                .toString()
                .contains(last.reply())) {
            Thread.sleep(20);
        }
    }

    /** A scan that never could find anything would prove nothing: before, readers are shown all texts. */
    private static void expectShown(Client client, List<Person> persons, Map<String, String> shown)
            throws IOException, InterruptedException {
        for (Person person : persons) {
            String all = person.shown(client);
            for (String text : person.texts()) {
                if (!text.equals(person.openid()) && !all.contains(text)) {
                    throw new IOException("even before the erasures " + text + " isn't shown");
                }
            }
            shown.put(person.driver(), all);
        }
    }

    /** The wrapped keys, as their bytes stand in files. */
    static Map<String, String> wrapped(Path data) {
        try (EmbeddedKeys store = EmbeddedKeys.open(data)) {
            return PersonKeys.withoutMasterKey(store).lines().stream()
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf(' ')),
                            line -> line.replaceAll(".*\"wrapped\":\"([^\"]+)\".*", "$1")));
        }
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

    private static void answers(Client client, Path directory, Before before, List<String> violations)
            throws Exception {
        Map<String, String> answered = shown(client, before);
        rebuild(client, violations);
        Map<String, String> rebuilt = shown(client, before);
        if (!answered.equals(rebuilt)) {
            violations.add("rebuilt read models show something else");
        }
        Path exports = Files.createDirectories(directory.resolve("exports"));
        for (Person person : before.erased()) {
            String all = rebuilt.get(person.driver());
            person.texts().stream()
                    .filter(String.valueOf(all)::contains)
                    .forEach(text -> violations.add("a reader is shown a text of an erased person"));
            if (!String.valueOf(all).contains("[erased]")) {
                violations.add("nothing says that the person was erased");
            }
            Files.writeString(
                    exports.resolve(person.driver() + ".json"),
                    client.get("/api/drivers/" + person.driver() + "/export").toString());
            JsonNode words = client.get("/api/history?text=" + person.text()).path("events");
            if (!words.isEmpty()) {
                violations.add("words of an erased person are found");
            }
        }
        for (Person person : before.others()) {
            if (!Objects.equals(before.shown().get(person.driver()), rebuilt.get(person.driver()))) {
                violations.add("somebody else isn't shown as before: " + person.driver());
            }
            if (client.get("/api/history?text=" + person.text()).path("events").isEmpty()) {
                violations.add("words of somebody else aren't found any more");
            }
        }
    }

    private static Map<String, String> shown(Client client, Before before) throws IOException, InterruptedException {
        Map<String, String> shown = new LinkedHashMap<>();
        for (List<Person> persons : List.of(before.erased(), before.others())) {
            for (Person person : persons) {
                shown.put(person.driver(), person.shown(client));
            }
        }
        return shown;
    }

    private static void rebuild(Client client, List<String> violations) throws IOException, InterruptedException {
        Person.send(client, "POST", "/actuator/readmodels/all/rebuild", Map.of());
        while (true) {
            List<String> phases = client.get("/actuator/readmodels")
                    .path("models")
                    .valueStream()
                    .map(model -> model.path("rebuild").path("phase").asString(""))
                    .toList();
            if (phases.contains("FAILED")) {
                violations.add("a rebuild failed: " + phases);
                return;
            }
            if (phases.stream().allMatch("DONE"::equals)) {
                return;
            }
            Thread.sleep(100);
        }
    }

    static Set<String> texts(List<Person> persons) {
        return persons.stream().flatMap(person -> person.texts().stream()).collect(Collectors.toSet());
    }
}
