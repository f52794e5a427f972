package io.jiayou.trials.malformed;

import io.jiayou.access.Role;
import io.jiayou.access.Scope;
import io.jiayou.identity.terminallogin.TerminalAssertion;
import io.jiayou.ids.Ids;
import io.jiayou.trials.server.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Each kind of actor and nobody, with tokens that are renewed while they are good. */
final class Actors {

    static final String NOBODY = "nobody";
    private static final Duration FRESH = Duration.ofMinutes(3);

    private final Client client;
    private final byte[] key;
    private final String driver;
    private final String station;
    private final Map<String, String> machineKeys = new LinkedHashMap<>();
    private volatile Map<String, String> tokens = Map.of();
    private Instant renewAt = Instant.MIN;

    /** Logs in by the key in the data directory, and makes what others log in by. */
    Actors(Client client, Path data, String driver, String station) throws IOException, InterruptedException {
        this.client = client;
        this.driver = driver;
        this.station = station;
        key = Base64.getDecoder()
                .decode(Files.readString(data.resolve("identity").resolve("terminal.key"))
                        .strip());
        String operations = terminal(Role.OPERATIONS);
        for (Scope scope : Scope.values()) {
            Map<String, Object> wanted =
                    new HashMap<>(Map.of("name", scope.code(), "scopes", List.of(scope.code()), "days", 1));
            if (scope == Scope.PUMP) {
                wanted.put("stationId", station);
            }
            machineKeys.put(scope.code(), text(send(operations, "/api/machine-keys", wanted), "key"));
        }
        renew();
    }

    /** Their names: of roles, {@code machine/scope}, and nobody. */
    List<String> names() {
        List<String> names = new ArrayList<>(tokens.keySet());
        names.add(NOBODY);
        return names;
    }

    /** Null for nobody. */
    @Nullable
    String token(String name) {
        return tokens.get(name);
    }

    /** Takes new tokens if the old ones end soon. */
    synchronized void renew() throws IOException, InterruptedException {
        if (Instant.now().isBefore(renewAt)) {
            return;
        }
        Map<String, String> next = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            if (role != Role.MACHINE && role != Role.NEWCOMER) {
                next.put(role.code(), terminal(role));
            }
        }
        for (Map.Entry<String, String> each : machineKeys.entrySet()) {
            JsonNode granted = send(null, "/api/sessions/machine", Map.of("key", each.getValue()));
            next.put("machine/" + each.getKey(), text(granted, "accessToken"));
        }
        next.put(Role.NEWCOMER.code(), newcomer(next.getOrDefault(Role.OPERATIONS.code(), "")));
        tokens = next;
        renewAt = Instant.now().plus(FRESH);
    }

    /** A new account each time: requests with wrong passwords lock the one before. */
    private String newcomer(String operations) throws IOException, InterruptedException {
        String name = "newcomer-" + Ids.timeOrdered();
        JsonNode account = send(operations, "/api/accounts", Map.of("name", name, "role", "auditor"));
        Map<String, String> login = Map.of("name", name, "password", text(account, "oneTimePassword"));
        return text(send(null, "/api/sessions/staff", login), "accessToken");
    }

    private String terminal(Role role) throws IOException, InterruptedException {
        String said = TerminalAssertion.signed(
                key,
                role.code(),
                role == Role.DRIVER ? driver : null,
                role.isOfStation() ? station : null,
                Instant.now());
        return text(send(null, "/api/sessions/terminal", Map.of("assertion", said)), "accessToken");
    }

    private JsonNode send(@Nullable String token, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        Client.Answer answer = client.send(token, "POST", path, body);
        if (!answer.ok()) {
            throw new IOException("POST " + path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String text(JsonNode answer, String name) {
        return answer.path(name).asString("");
    }
}
