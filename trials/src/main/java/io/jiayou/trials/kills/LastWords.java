package io.jiayou.trials.kills;

import io.jiayou.trials.server.Client;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What the system showed at last, to be compared with what its events say.
 *
 * @param timelines of every order, by its id
 * @param sold in minor units, of all days
 * @param hashes the canonical hashes of the read models, by their names
 */
record LastWords(Map<String, List<Autopsy.Shown>> timelines, long sold, Map<String, String> hashes) {

    private static final String ORDERS = "/api/orders/";

    static LastWords of(Client client, Journal journal) throws IOException, InterruptedException {
        Map<String, List<Autopsy.Shown>> timelines = new HashMap<>();
        for (String resource : journal.resources()) {
            if (resource.startsWith(ORDERS)) {
                Client.Answer answer = client.send("GET", resource, null);
                if (answer.ok()) {
                    timelines.put(resource.substring(ORDERS.length()), timeline(answer.body()));
                }
            }
        }
        return new LastWords(timelines, sold(client), hashes(client));
    }

    private static List<Autopsy.Shown> timeline(JsonNode order) {
        return order.path("timeline")
                .valueStream()
                .map(step -> new Autopsy.Shown(
                        step.path("event").asString(""), step.path("position").asLong(-1)))
                .toList();
    }

    private static long sold(Client client) throws IOException, InterruptedException {
        return client.get("/api/dashboards/sales?by=day")
                .path("totals")
                .valueStream()
                .mapToLong(total -> total.path("amount").asLong(0))
                .sum();
    }

    private static Map<String, String> hashes(Client client) throws IOException, InterruptedException {
        Map<String, String> hashes = new TreeMap<>();
        for (JsonNode model :
                client.get("/actuator/readmodels").path("models").valueStream().toList()) {
            String name = model.path("name").asString("");
            JsonNode documents =
                    client.get("/actuator/readmodels/" + name + "?hash=true").path("documents");
            hashes.put(name, documents.path("hash").asString(""));
        }
        return hashes;
    }

    /** Where they differ from what the events say, one line each. */
    List<String> compare(Autopsy autopsy) throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        Map<String, List<Autopsy.Shown>> actual = autopsy.timelines();
        if (!timelines.keySet().equals(actual.keySet())) {
            wrong.add("%d orders were shown, the events have %d".formatted(timelines.size(), actual.size()));
        }
        timelines.forEach((order, shown) -> {
            if (!shown.equals(actual.get(order))) {
                wrong.add("order %s was shown with %s, its events are %s".formatted(order, shown, actual.get(order)));
            }
        });
        if (sold != autopsy.sold()) {
            wrong.add("sales of %d were shown, the events have %d".formatted(sold, autopsy.sold()));
        }
        Map<String, String> independent = autopsy.hashes();
        independent.forEach((model, hash) -> {
            if (!Objects.equals(hash, hashes.get(model))) {
                wrong.add("%s had the hash %s, its events give %s".formatted(model, hashes.get(model), hash));
            }
        });
        return wrong;
    }
}
