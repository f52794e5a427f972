package io.jiayou.acceptance;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A session: of people, who go on by their refresh token, or of a program, which shows its key again. */
final class Login {

    private static final Duration USED_FOR = Duration.ofMinutes(2);

    private final Api system;
    private final Map<String, String> key;
    private JsonNode granted;
    private Instant renewAt = Instant.now().plus(USED_FOR);

    private Login(Api system, Map<String, String> key, JsonNode granted) {
        this.system = system;
        this.key = key;
        this.granted = granted;
    }

    /** @param path where people show what they know or have, after {@code /api/sessions/} */
    static Login by(Api system, String path, Map<String, String> proof) throws IOException, InterruptedException {
        return new Login(system, Map.of(), system.answered("POST", "/api/sessions/" + path, proof));
    }

    static Login ofProgram(Api system, String key) throws IOException, InterruptedException {
        Map<String, String> proof = Map.of("key", key);
        return new Login(system, proof, system.answered("POST", "/api/sessions/machine", proof));
    }

    /** The same session, at another address of the same system. */
    Login at(Api other) {
        return new Login(other, key, granted);
    }

    synchronized String token() throws IOException, InterruptedException {
        if (Instant.now().isAfter(renewAt)) {
            granted = key.isEmpty()
                    ? system.answered("POST", "/api/sessions/refresh", Map.of("refreshToken", told("refreshToken")))
                    : system.answered("POST", "/api/sessions/machine", key);
            renewAt = Instant.now().plus(USED_FOR);
        }
        return told("accessToken");
    }

    /** A field of the answer to the login. */
    String told(String field) {
        return granted.path(field).asString("");
    }
}
