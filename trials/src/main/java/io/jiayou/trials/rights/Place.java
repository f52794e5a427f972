package io.jiayou.trials.rights;

import io.jiayou.ids.Ids;
import io.jiayou.trials.server.Client;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A station, drivers and orders to watch; and whatever operations does. */
final class Place {

    private static final String GRADE = "95#";

    private final Nodes nodes;
    private final Client client;
    private final String station = Ids.timeOrdered();

    private Place(Nodes nodes) {
        this.nodes = nodes;
        this.client = nodes.commands();
    }

    static Place opened(Nodes nodes) throws IOException, InterruptedException {
        Place place = new Place(nodes);
        String path = "/api/stations/" + place.station;
        String operations = nodes.token("operations", null, null);
        String headOffice = nodes.token("head-office", null, null);
        place.done(operations, "POST", "/api/stations", Map.of("stationId", place.station, "name", "Station"));
        place.done(operations, "PUT", path + "/pumps/1", Map.of("grades", java.util.List.of(GRADE)));
        place.done(headOffice, "PUT", path + "/prices/95%23", Map.of("unitPrice", 7_000, "currency", "CNY"));
        return place;
    }

    String station() {
        return station;
    }

    /** A new driver with nothing but a name. */
    String driver() throws IOException, InterruptedException {
        String driver = Ids.timeOrdered();
        String phone = "138%08d".formatted(Math.floorMod(driver.hashCode(), 100_000_000));
        Map<String, Object> body = Map.of("driverId", driver, "name", "Driver", "phone", phone);
        done(nodes.token("operations", null, null), "POST", "/api/drivers", body);
        return driver;
    }

    /** A new order of a driver. */
    String order(String driver) throws IOException, InterruptedException {
        String order = Ids.timeOrdered();
        Map<String, Object> body = Map.of(
                "orderId",
                order,
                "driverId",
                driver,
                "stationId",
                station,
                "pump",
                1,
                "grade",
                GRADE,
                "preset",
                Map.of("kind", "AMOUNT", "amount", 20_000));
        done(nodes.token("driver", driver, null), "POST", "/api/orders", body);
        return order;
    }

    /** What operations does. */
    Client.Answer operate(String method, String path, Map<String, ?> body) throws IOException, InterruptedException {
        return done(nodes.token("operations", null, null), method, path, body);
    }

    /** @throws IOException if it isn't answered with success */
    Client.Answer done(@Nullable String token, String method, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        Client.Answer answer = client.send(token, method, path, body);
        if (!answer.ok()) {
            throw new IOException(method + " " + path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer;
    }

    Nodes nodes() {
        return nodes;
    }

    Client client() {
        return client;
    }

    static Map<String, String> role(String role, @Nullable String station) {
        Map<String, String> body = new HashMap<>(Map.of("role", role));
        if (station != null) {
            body.put("stationId", station);
        }
        return body;
    }
}
