package io.jiayou.trials.malformed;

import io.jiayou.ids.Ids;
import io.jiayou.trials.server.Client;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** Makes for each request what it is about, so that nothing but the value in question can be wrong with it. */
final class Scene {

    /** Stands where JSON goes that no tree can hold. */
    private static final String MARK = "here-it-goes";

    private static final String ORDERS = "/api/orders/{orderId}/";
    private static final String GRADE = "95#";

    private final Client client;
    private final Actors actors;
    private final AtomicInteger persons = new AtomicInteger();

    Scene(Client client, Actors actors) {
        this.client = client;
        this.actors = actors;
    }

    /** The request of a case. What it is about is new where a command changes it for good. */
    Draft draft(Case given) throws IOException, InterruptedException {
        Endpoint endpoint = given.endpoint();
        Map<String, String> known = known(endpoint);
        Draft draft = new Draft(endpoint.method(), endpoint.path(), new byte[0]);
        draft.headers.put("Content-Type", "application/json");
        for (Endpoint.Parameter parameter : endpoint.parameters()) {
            boolean meant =
                    given.place().equals(parameter.place()) && given.member().equals(List.of(parameter.name()));
            String value = Draft.encoded(
                    meant
                            ? Objects.requireNonNullElse(given.value(), "")
                            : known.getOrDefault(parameter.name(), parameter.example()));
            if (parameter.place().equals("path")) {
                draft.path = draft.path.replace("{" + parameter.name() + "}", value.isEmpty() ? "x" : value);
            } else if (meant) {
                draft.query.add(parameter.name() + "=" + value);
            } else if (parameter.required()) {
                draft.query.add(parameter.name() + "=" + value);
            }
        }
        if (endpoint.example() instanceof ObjectNode example) {
            draft.body(body(given, filled(endpoint, example, known)));
        }
        return draft;
    }

    private static String body(Case given, ObjectNode body) {
        if (!given.place().equals("body")) {
            return body.toString();
        }
        ObjectNode holder = body;
        List<String> member = given.member();
        for (String step : member.subList(0, member.size() - 1)) {
            holder = holder.get(step) instanceof ObjectNode inner ? inner : holder.putObject(step);
        }
        String value = given.value();
        if (value == null) {
            holder.remove(member.getLast());
            return body.toString();
        }
        holder.put(member.getLast(), MARK);
        return body.toString().replace('"' + MARK + '"', value);
    }

    private ObjectNode filled(Endpoint endpoint, ObjectNode given, Map<String, String> known) {
        ObjectNode example = given.deepCopy();
        String made =
                endpoint.path().substring(endpoint.path().lastIndexOf('/') + 1).replaceAll("s$", "") + "Id";
        for (String name : List.copyOf(example.propertyNames())) {
            if (endpoint.method().equals("POST") && name.equals(made)) {
                example.put(name, Ids.timeOrdered());
            } else if (name.equals("phone") || name.equals("plate")) {
                example.put(name, name.equals("phone") ? phone() : "沪A" + "%05d".formatted(persons.get() % 100_000));
            } else if (name.equals("openid")) {
                example.put(name, "openid-" + persons.incrementAndGet());
            } else if (known.containsKey(name) && example.get(name).isString()) {
                example.put(name, known.get(name));
            }
        }
        return example;
    }

    private String phone() {
        return "139%08d".formatted(persons.incrementAndGet());
    }

    private Map<String, String> known(Endpoint endpoint) throws IOException, InterruptedException {
        Map<String, String> known = new HashMap<>(
                Map.of("driverId", Ground.DRIVER, "stationId", Ground.STATION, "grade", GRADE, "pump", "1"));
        String path = endpoint.path();
        boolean command = !endpoint.method().equals("GET");
        if (path.startsWith(ORDERS)) {
            known.put("orderId", command ? order(path.substring(ORDERS.length())) : "o-own");
        } else if (path.startsWith("/api/feedback/{")) {
            known.put("feedbackId", command ? feedback(path.endsWith("reopening")) : "f-own");
        } else if (command && path.startsWith("/api/drivers/{")) {
            known.put("driverId", driver());
        } else if (command && path.startsWith("/api/stations/{")) {
            known.put("stationId", station(path.endsWith("opening")));
        }
        known.putIfAbsent("orderId", "o-own");
        known.putIfAbsent("feedbackId", "f-own");
        return known;
    }

    private String order(String next) throws IOException, InterruptedException {
        String id = Ids.timeOrdered();
        Map<String, Object> preset = Map.of("kind", "AMOUNT", "amount", 20_000);
        send(
                "driver",
                "/api/orders",
                Map.of(
                        "orderId",
                        id,
                        "driverId",
                        Ground.DRIVER,
                        "stationId",
                        Ground.STATION,
                        "pump",
                        1,
                        "grade",
                        GRADE,
                        "preset",
                        preset));
        if (next.equals("dispense") || next.equals("completion")) {
            send(
                    "machine/payments",
                    "/api/orders/" + id + "/payment",
                    Map.of("amount", 20_000, "currency", "CNY", "channel", "wechat-pay", "transactionId", id));
        }
        if (next.equals("completion")) {
            send("attendant", "/api/orders/" + id + "/dispense", Map.of("volumeMl", 20_000));
        }
        return id;
    }

    private String feedback(boolean resolved) throws IOException, InterruptedException {
        String id = Ids.timeOrdered();
        send(
                "driver",
                "/api/feedback",
                Map.of(
                        "feedbackId",
                        id,
                        "driverId",
                        Ground.DRIVER,
                        "category",
                        "OTHER",
                        "text",
                        "a",
                        "channel",
                        "EMAIL"));
        if (resolved) {
            send("agent", "/api/feedback/" + id + "/resolution", Map.of("outcome", "settled"));
        }
        return id;
    }

    private String driver() throws IOException, InterruptedException {
        String id = Ids.timeOrdered();
        send("agent", "/api/drivers", Map.of("driverId", id, "name", "某人", "phone", phone()));
        return id;
    }

    private String station(boolean closed) throws IOException, InterruptedException {
        String id = Ids.timeOrdered();
        send("head-office", "/api/stations", Map.of("stationId", id, "name", "a station"));
        if (closed) {
            send("head-office", "/api/stations/" + id + "/closure", Map.of());
        }
        return id;
    }

    private void send(String who, String path, Map<String, ?> body) throws IOException, InterruptedException {
        Client.Answer answer = client.send(actors.token(who), "POST", path, body);
        if (!answer.ok()) {
            throw new IOException(path + " answered " + answer.status() + ": " + answer.body());
        }
    }
}
