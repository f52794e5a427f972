package io.jiayou.trials.tokens;

import io.jiayou.trials.server.Client;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** Many requests with one refresh token at once: one may succeed, and then the session has to be over. */
final class RefreshRace {

    private static final String REFRESH = "/api/sessions/refresh";
    private static final String TOKEN = "refreshToken";

    private final Client client;
    private final ExecutorService runners;
    private final int atOnce;

    RefreshRace(Client client, ExecutorService runners, int atOnce) {
        this.client = client;
        this.runners = runners;
        this.atOnce = atOnce;
    }

    /** What went wrong in one race; nothing if it went as promised. */
    List<String> run(String code) throws Exception {
        Client.Answer login = client.send("POST", "/api/sessions/wechat", Map.of("code", code));
        if (!login.ok()) {
            throw new IOException("no driver can log in: " + login.body());
        }
        List<JsonNode> winners = winners(login.body().path(TOKEN).asString(""));
        List<String> violations = new ArrayList<>();
        if (winners.size() > 1) {
            violations.add(winners.size() + " of " + atOnce + " uses of one refresh token succeeded");
        }
        for (JsonNode winner : winners) {
            if (client.send("POST", REFRESH, Map.of(TOKEN, winner.path(TOKEN).asString("")))
                    .ok()) {
                violations.add("a session went on after its refresh token was reused");
            }
        }
        return violations;
    }

    private List<JsonNode> winners(String token) throws Exception {
        Callable<Client.Answer> use = () -> client.send("POST", REFRESH, Map.of(TOKEN, token));
        List<JsonNode> winners = new ArrayList<>();
        for (Future<Client.Answer> each : runners.invokeAll(Collections.nCopies(atOnce, use))) {
            if (each.get().ok()) {
                winners.add(each.get().body());
            }
        }
        return winners;
    }
}
