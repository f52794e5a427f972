package io.jiayou.trials.rights;

import io.jiayou.ids.Ids;
import io.jiayou.trials.server.Client;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** An account of a station's attendant: a role that needs a password alone, and may watch orders. */
final class Attendant {

    private static final AtomicInteger PASSWORDS = new AtomicInteger();

    private final Place place;
    private final String name = "attendant-" + Ids.timeOrdered();
    private final String id;
    private volatile String password;

    Attendant(Place place) throws IOException, InterruptedException {
        this.place = place;
        Map<String, String> wanted = Map.of("name", name, "role", "attendant", "stationId", place.station());
        JsonNode handover = place.operate("POST", "/api/accounts", wanted).body();
        id = text(handover, "accountId");
        password = text(handover, "oneTimePassword");
        ownPassword();
    }

    /** What a login answers. */
    record Grant(String accessToken, String refreshToken) {

        static Grant of(JsonNode answer) {
            return new Grant(text(answer, "accessToken"), text(answer, "refreshToken"));
        }

        /** Tokens don't get into logs. */
        @Override
        public String toString() {
            return "a grant";
        }
    }

    Grant logIn() throws IOException, InterruptedException {
        return Grant.of(place.done(null, "POST", "/api/sessions/staff", shown()).body());
    }

    /** May be refused. */
    Client.Answer tryToLogIn(Map<String, String> shown) throws IOException, InterruptedException {
        return place.client().send("POST", "/api/sessions/staff", shown);
    }

    Map<String, String> shown() {
        return Map.of("name", name, "password", password);
    }

    /** May be refused; this account isn't told of the new password. */
    Client.Answer tryToChangePassword(String token, String old) throws IOException, InterruptedException {
        return place.client().send(token, "PUT", "/api/password", Map.of("password", old, "newPassword", next()));
    }

    void ownPassword() throws IOException, InterruptedException {
        String token = logIn().accessToken();
        String chosen = next();
        place.done(token, "PUT", "/api/password", Map.of("password", password, "newPassword", chosen));
        password = chosen;
    }

    void close() throws IOException, InterruptedException {
        place.operate("POST", path("closure"), Map.of());
    }

    void open() throws IOException, InterruptedException {
        place.operate("POST", path("opening"), Map.of());
    }

    void reset() throws IOException, InterruptedException {
        password = text(place.operate("POST", path("reset"), Map.of()).body(), "oneTimePassword");
    }

    void grant(String role) throws IOException, InterruptedException {
        String station = role.equals("attendant") ? place.station() : null;
        place.operate("PUT", path("role"), Place.role(role, station));
    }

    private String path(String what) {
        return "/api/accounts/" + id + "/" + what;
    }

    private static String next() {
        return "purple lorries " + PASSWORDS.incrementAndGet() + " at dusk";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
