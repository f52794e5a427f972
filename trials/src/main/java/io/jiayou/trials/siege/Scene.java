package io.jiayou.trials.siege;

import io.jiayou.access.Role;
import io.jiayou.identity.terminallogin.TerminalAssertion;
import io.jiayou.trials.server.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A station that sells, the driver who wants to buy, and the one who is among the attackers. */
final class Scene {

    static final String STATION = "s-besieged";

    private static final String GRADE = "95#";

    private final Client client;
    private final byte[] key;

    Scene(Client client, Path data) throws IOException {
        this.client = client;
        this.key = Base64.getDecoder()
                .decode(Files.readString(data.resolve("identity").resolve("terminal.key"))
                        .strip());
    }

    void lay() throws IOException, InterruptedException {
        String office = terminal(Role.HEAD_OFFICE);
        String station = "/api/stations/" + STATION;
        send(office, "POST", "/api/stations", Map.of("stationId", STATION, "name", "a station"));
        send(office, "PUT", station + "/pumps/1", Map.of("grades", List.of(GRADE)));
        send(
                office,
                "PUT",
                station + "/prices/95%23",
                Map.of("unitPrice", 7_890, "currency", "CNY", "holdsFrom", "2026-01-01T00:00:00+08:00"));
    }

    /** Lets a new driver log in, and order something. */
    Driver driver(String name) throws IOException, InterruptedException {
        Driver driver = new Driver(
                client, send(null, "POST", "/api/sessions/wechat", Map.of("code", "stand-in." + name + ".1")));
        send(driver.token(), "POST", "/api/orders", order(driver.order(), driver.id()));
        return driver;
    }

    static Map<String, Object> order(String order, String driver) {
        return Map.of(
                "orderId",
                order,
                "driverId",
                driver,
                "stationId",
                STATION,
                "pump",
                1,
                "grade",
                GRADE,
                "preset",
                Map.of("kind", "AMOUNT", "amount", 20_000));
    }

    String operations() throws IOException, InterruptedException {
        return terminal(Role.OPERATIONS);
    }

    Client client() {
        return client;
    }

    private String terminal(Role role) throws IOException, InterruptedException {
        String said = TerminalAssertion.signed(key, role.code(), null, null, Instant.now());
        return send(null, "POST", "/api/sessions/terminal", Map.of("assertion", said))
                .path("accessToken")
                .asString("");
    }

    private JsonNode send(@Nullable String token, String method, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        Client.Answer answer = client.send(token, method, path, body);
        if (!answer.ok()) {
            throw new IOException(path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }
}
