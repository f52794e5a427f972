package io.jiayou.trials.rights;

import io.jiayou.trials.server.Client;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Logs in, goes on, changes the password and the role while the account is closed or reset. Whoever shows what was good before
 * may get in before or not at all: nothing of it may hold afterwards.
 */
final class Race {

    private final Place place;
    private final Attendant attendant;
    private final ExecutorService runners;

    Race(Place place, Attendant attendant, ExecutorService runners) {
        this.place = place;
        this.attendant = attendant;
        this.runners = runners;
    }

    /** What goes on although it may not; nothing if all is as promised. */
    List<String> run(boolean closing) throws IOException, InterruptedException, ExecutionException {
        Map<String, String> shown = attendant.shown();
        String password = String.valueOf(shown.get("password"));
        Attendant.Grant before = attendant.logIn();
        Attendant.Grant other = attendant.logIn();
        List<Callable<List<Attendant.Grant>>> all = new ArrayList<>(List.of(
                () -> granted(attendant.tryToLogIn(shown)),
                () -> granted(attendant.tryToLogIn(shown)),
                () -> granted(refreshed(before.refreshToken())),
                () -> granted(attendant.tryToChangePassword(other.accessToken(), password)),
                () -> deed(() -> attendant.grant("agent")),
                () -> deed(closing ? attendant::close : attendant::reset)));
        java.util.Collections.shuffle(all);
        List<Attendant.Grant> grants = new ArrayList<>(List.of(before, other));
        for (Future<List<Attendant.Grant>> each : runners.invokeAll(all)) {
            grants.addAll(each.get());
        }
        List<String> violations = new ArrayList<>();
        for (Attendant.Grant grant : grants) {
            violations.addAll(alive(grant, closing ? "of a closed account" : "of before a reset"));
        }
        repair(closing);
        return violations;
    }

    private interface Deed {
        void run() throws IOException, InterruptedException;
    }

    private static List<Attendant.Grant> deed(Deed deed) throws IOException, InterruptedException {
        deed.run();
        return List.of();
    }

    private static List<Attendant.Grant> granted(Client.Answer answer) throws IOException {
        if (answer.status() >= 500) {
            throw new IOException("a racer was answered with " + answer.status() + ": " + answer.body());
        }
        return Stream.of(answer)
                .filter(it -> it.ok() && it.body().has("accessToken"))
                .map(it -> Attendant.Grant.of(it.body()))
                .toList();
    }

    private Client.Answer refreshed(String token) throws IOException, InterruptedException {
        return place.client().send("POST", "/api/sessions/refresh", Map.of("refreshToken", token));
    }

    private List<String> alive(Attendant.Grant grant, String what) throws IOException, InterruptedException {
        List<String> violations = new ArrayList<>();
        if (refreshed(grant.refreshToken()).ok()) {
            violations.add("a session " + what + " goes on");
        }
        for (URI node : place.nodes().all()) {
            long started = System.nanoTime();
            while (Watcher.status(node, "/api/sessions", grant.accessToken(), null) != 401) {
                if (System.nanoTime() - started > Round.PROMISED.toNanos()) {
                    violations.add("a token " + what + " is believed");
                    break;
                }
                Thread.sleep(20);
            }
        }
        return violations;
    }

    private void repair(boolean closed) throws IOException, InterruptedException {
        if (closed) {
            attendant.open();
            attendant.reset();
        }
        attendant.grant("attendant");
        attendant.ownPassword();
    }
}
