package io.jiayou.trials.erasure;

import io.jiayou.ids.Ids;
import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Client.Answer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A driver all of whose texts occur nowhere else, so that each can be looked for. */
record Person(String driver, String name, String phone, String openid, String plate, String text, String reply) {

    /** What the texts begin with: letters and digits, one word for an index of words. */
    static final String TAG = "zq7k";

    /** What all phone numbers here begin with as they are stored. */
    static final String PHONES = "+8613955";

    /** What all plates here begin with. */
    static final String PLATES = "沪Q";

    private static final int DIGITS = 16;

    static Person any(RandomGenerator random) {
        return new Person(
                Ids.timeOrdered(),
                word(random),
                PHONES + "%06d".formatted(random.nextInt(1_000_000)),
                word(random),
                PLATES + "%05d".formatted(random.nextInt(100_000)),
                word(random),
                word(random));
    }

    static String word(RandomGenerator random) {
        return TAG + "%016x".formatted(random.nextLong()).substring(0, DIGITS);
    }

    List<String> texts() {
        return List.of(name, phone, openid, plate, text, reply);
    }

    String order() {
        return "o-" + driver;
    }

    String feedback() {
        return "f-" + driver;
    }

    /** Registers the driver, and has them say all of their texts. */
    void appear(Client client, String station) throws IOException, InterruptedException {
        send(
                client,
                "POST",
                "/api/drivers",
                Map.of("driverId", driver, "name", name, "phone", phone, "openid", openid));
        send(client, "POST", "/api/drivers/" + driver + "/vehicles", Map.of("plate", plate));
        send(client, "POST", "/api/orders", orderBody(order(), station));
        send(
                client,
                "POST",
                "/api/feedback",
                Map.of(
                        "feedbackId",
                        feedback(),
                        "driverId",
                        driver,
                        "orderId",
                        order(),
                        "category",
                        "STATION_SERVICE",
                        "text",
                        text,
                        "channel",
                        "MINI_PROGRAM"));
        send(client, "POST", "/api/feedback/" + feedback() + "/replies", Map.of("text", reply));
    }

    /** A command that an erased driver is refused. */
    Answer orderAgain(Client client, String station) throws IOException, InterruptedException {
        return client.send("POST", "/api/orders", orderBody(Ids.timeOrdered(), station));
    }

    private Map<String, Object> orderBody(String order, String station) {
        Map<String, Object> body = new HashMap<>();
        body.put("orderId", order);
        body.put("driverId", driver);
        body.put("stationId", station);
        body.put("pump", 1);
        body.put("grade", "95#");
        body.put("plate", plate);
        body.put("preset", Map.of("kind", "AMOUNT", "amount", 20_000));
        return body;
    }

    /** All that a reader is shown of the driver. */
    String shown(Client client) throws IOException, InterruptedException {
        return client.get("/api/drivers/" + driver).toString()
                + client.get("/api/orders/" + order())
                + client.get("/api/feedback/" + feedback())
                + client.get("/api/history?driver=" + driver + "&limit=500")
                + client.get("/api/drivers/" + driver + "/export").path("orders");
    }

    static void send(Client client, String method, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        Answer answer = client.send(method, path, body);
        if (!answer.ok()) {
            throw new IOException(method + " " + path + " answered " + answer.status() + ": " + answer.body());
        }
    }
}
