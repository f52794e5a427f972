package io.jiayou.trials.malformed;

import io.jiayou.ids.Ids;
import io.jiayou.trials.server.Client;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is there for requests to be about: a driver, a station that sells, an order and feedback. */
final class Ground {

    static final String DRIVER = "d-own";
    static final String STATION = "s-own";
    private static final String ORDER = "o-own";
    private static final String FEEDBACK = "f-own";
    private static final String GRADE = "95#";
    private static final Map<String, String> KNOWN = Map.of(
            "driverId", DRIVER,
            "stationId", STATION,
            "orderId", ORDER,
            "feedbackId", FEEDBACK,
            "pump", "1",
            "grade", GRADE);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Ground() {}

    /** Lets each do their part. */
    static void lay(Client client, Actors actors) throws IOException, InterruptedException {
        sent(
                client,
                actors,
                "agent",
                "POST",
                "/api/drivers",
                Map.of("driverId", DRIVER, "name", "某人", "phone", "13800138000"));
        sent(client, actors, "head-office", "POST", "/api/stations", Map.of("stationId", STATION, "name", "a station"));
        String station = "/api/stations/" + STATION;
        sent(client, actors, "head-office", "PUT", station + "/pumps/1", Map.of("grades", List.of(GRADE)));
        sent(
                client,
                actors,
                "head-office",
                "PUT",
                station + "/prices/95%23",
                Map.of("unitPrice", 7_890, "currency", "CNY", "holdsFrom", "2026-01-01T00:00:00+08:00"));
        Map<String, Object> order = Map.of(
                "orderId",
                ORDER,
                "driverId",
                DRIVER,
                "stationId",
                STATION,
                "pump",
                1,
                "grade",
                GRADE,
                "preset",
                Map.of("kind", "AMOUNT", "amount", 20_000));
        sent(client, actors, "driver", "POST", "/api/orders", order);
        Map<String, Object> feedback = Map.of(
                "feedbackId",
                FEEDBACK,
                "driverId",
                DRIVER,
                "orderId",
                ORDER,
                "category",
                "OTHER",
                "text",
                "something",
                "channel",
                "MINI_PROGRAM");
        sent(client, actors, "driver", "POST", "/api/feedback", feedback);
    }

    private static void sent(Client client, Actors actors, String who, String method, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        Client.Answer answer = client.send(actors.token(who), method, path, body);
        if (!answer.ok()) {
            throw new IOException(path + " answered " + answer.status() + ": " + answer.body());
        }
    }

    /** A request to an endpoint as its document has it, mostly about what is there. */
    static Draft draft(Endpoint endpoint, RandomGenerator random) {
        JsonNode example = example(endpoint, random);
        Draft draft = new Draft(endpoint.method(), endpoint.path(), bytes(example));
        for (Endpoint.Parameter parameter : endpoint.parameters()) {
            String value = value(parameter, random);
            if (parameter.place().equals("path")) {
                draft.path = draft.path.replace("{" + parameter.name() + "}", Draft.encoded(value));
            } else if (parameter.place().equals("query") && !value.isEmpty() && random.nextInt(3) > 0) {
                draft.query.add(parameter.name() + "=" + Draft.encoded(value));
            }
        }
        draft.path = URI.create(draft.path.replaceAll("[{}*]", "x")).getRawPath();
        draft.headers.put("Content-Type", endpoint.files() ? "multipart/form-data; boundary=line" : "application/json");
        if (endpoint.files()) {
            draft.body(form(OddValues.text(random)));
        }
        return draft;
    }

    /** The example with ids of what is there, and a new id for what would be made. */
    static JsonNode example(Endpoint endpoint, RandomGenerator random) {
        if (!(endpoint.example() instanceof ObjectNode given)) {
            return endpoint.example();
        }
        ObjectNode example = given.deepCopy();
        String made =
                endpoint.path().substring(endpoint.path().lastIndexOf('/') + 1).replaceAll("s$", "") + "Id";
        for (String name : List.copyOf(example.propertyNames())) {
            String known = KNOWN.get(name);
            if (endpoint.method().equals("POST") && name.equals(made)) {
                example.put(name, Ids.timeOrdered());
            } else if (known != null && !name.equals("pump") && random.nextInt(8) > 0) {
                example.put(name, known);
            }
        }
        return example;
    }

    private static byte[] bytes(JsonNode example) {
        return example.isMissingNode() ? new byte[0] : JSON.writeValueAsBytes(example);
    }

    private static String value(Endpoint.Parameter parameter, RandomGenerator random) {
        String known = KNOWN.get(parameter.name());
        if (known != null && random.nextInt(8) > 0) {
            return known;
        }
        return parameter.example().isEmpty() && parameter.place().equals("path")
                ? Objects.requireNonNullElse(known, "none")
                : parameter.example();
    }

    private static String form(String content) {
        return "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + content
                + "\r\n--line--\r\n";
    }
}
