package io.jiayou.trials.erasure;

import io.jiayou.privacy.PersonKeys;
import io.jiayou.standalone.EmbeddedKeys;
import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Scripts;
import io.jiayou.trials.server.Server;
import io.jiayou.trials.server.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What was there before anybody was erased. */
record Before(
        List<Person> erased,
        List<Person> others,
        Map<String, String> shown,
        Map<String, String> wrapped,
        long events,
        String station,
        String publicWord) {

    /** Persons who say a lot, shown to those who may read it, and a full backup of it all. */
    static Before anErasure(Path data, int times, SplittableRandom random, Scripts scripts) throws Exception {
        List<Person> erased = persons(times, random);
        List<Person> others = persons(Math.max(5, times / 4), random);
        String word = Person.word(random);
        Map<String, String> shown = new LinkedHashMap<>();
        String station = "s-" + word;
        long events;
        try (Server server = Server.start(data, Erasures.SETTINGS)) {
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

    static Set<String> texts(List<Person> persons) {
        return persons.stream().flatMap(person -> person.texts().stream()).collect(Collectors.toSet());
    }
}
