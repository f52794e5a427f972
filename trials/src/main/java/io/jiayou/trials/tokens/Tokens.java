package io.jiayou.trials.tokens;

import com.nimbusds.jose.jwk.ECKey;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Verdict;
import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Sends a running system tokens that must not be believed, and refresh tokens many times at once. A token that is right
 * is sent in between: it has to be believed.
 */
public final class Tokens implements Proof {

    private static final int FULL_TIMES = 1_000;
    private static final int AT_ONCE = 8;
    private static final String REQUIRED = "--jiayou.access=required";
    /** What only operations and auditors may see. */
    private static final String GUARDED = "/api/accounts";

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public int fullTimes() {
        return FULL_TIMES;
    }

    @Override
    public Verdict run(Path directory, int times, Steps steps) throws Exception {
        Path data = directory.resolve("data");
        ECKey genuine = genuineKey(data);
        List<String> violations = new ArrayList<>();
        try (Server server = Server.start(data, REQUIRED);
                Trap trap = new Trap();
                ExecutorService runners = Executors.newFixedThreadPool(AT_ONCE)) {
            server.awaitReady();
            RefreshRace race = new RefreshRace(server.client(), runners, AT_ONCE);
            for (int n = 0; n < times; n++) {
                Forgery forgery = Forgery.values()[n % Forgery.values().length];
                if (isBelieved(server.client(), forgery.token(genuine, trap.address()))) {
                    violations.add("a forged token was believed: " + forgery);
                }
                violations.addAll(race.run("stand-in.racer" + n + ".1"));
                if (!isBelieved(server.client(), Forgery.believable(genuine))) {
                    throw new IOException("not even a right token is believed: the refusals prove nothing");
                }
                steps.at(n + 1, times);
            }
            if (trap.visits() > 0) {
                violations.add("the system asked an address out of a forged token");
            }
            server.stop();
        }
        return new Verdict(name(), figures(times, violations), violations);
    }

    /** The key is made when the first token is; it can be read when the system doesn't run. */
    private static ECKey genuineKey(Path data) throws Exception {
        try (Server server = Server.start(data, REQUIRED)) {
            server.awaitReady();
            server.client().get("/.well-known/jwks.json");
            server.stop();
        }
        return GenuineKey.of(data);
    }

    private static boolean isBelieved(Client client, String token) throws IOException, InterruptedException {
        int status = client.send(token, "GET", GUARDED, null).status();
        if (status != 401 && status / 100 != 2) {
            throw new IOException("a token was answered with " + status);
        }
        return status != 401;
    }

    private static Map<String, Object> figures(int times, List<String> violations) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("forged tokens", times);
        figures.put("ways of forging", Math.min(times, Forgery.values().length));
        figures.put("races for one refresh token", times);
        figures.put("requests in each race", AT_ONCE);
        figures.put("believed, or more than one winner, or a session that went on", violations.size());
        return figures;
    }
}
