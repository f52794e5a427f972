package io.jiayou.trials.rights;

import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Takes rights away in each way there is while streams are open by them, and measures until every node has noticed; then
 * races logins, refreshes and changes of an account with its closing and reset.
 */
public final class RightsEnd implements Proof {

    private static final int FULL_TIMES = 200;
    /** Waiting for an expiry takes five minutes. */
    private static final int WITH_EXPIRY = 50;

    private static final int RACERS = 8;

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public int fullTimes() {
        return FULL_TIMES;
    }

    @Override
    public Verdict run(Path directory, int times, Steps steps) throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        List<String> violations = new ArrayList<>();
        int races = times * 5 / 2;
        try (Nodes nodes = Nodes.start(directory);
                ExecutorService runners = Executors.newFixedThreadPool(RACERS + 1)) {
            figures.put("nodes", nodes.all().size());
            figures.put("stores", Nodes.isApart() ? "Axon Server, MongoDB's protocol" : "embedded, one process");
            Place place = Place.opened(nodes);
            String order = place.order(place.driver());
            Expiry expiry = times < WITH_EXPIRY ? null : expiring(place, order, times);
            AtomicInteger done = new AtomicInteger();
            List<Ending> endings = new ArrayList<>(EndingsOfStaff.of(place, order));
            endings.addAll(OtherEndings.of(place, order));
            int total = times * endings.size() + races;
            Runnable step = () -> steps.at(done.incrementAndGet(), total);
            for (Ending ending : endings) {
                measure(new Round(nodes), ending, times, step, figures, violations);
            }
            expired(expiry, figures, violations);
            int broken = races(place, runners, races, step, violations);
            figures.put("races with closing and reset", races);
            figures.put("sessions of a closed account, or of an older epoch", broken);
        }
        figures.put("too late, or never", violations.size());
        return new Verdict(name(), figures, violations);
    }

    private static Expiry expiring(Place place, String order, int times) throws Exception {
        String token = new Attendant(place).logIn().accessToken();
        return Expiry.open(place.nodes(), token, order, times);
    }

    private static void measure(
            Round round, Ending ending, int times, Runnable step, Map<String, Object> figures, List<String> violations)
            throws Exception {
        List<Double> refused = new ArrayList<>();
        List<Double> ended = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            Round.Measured measured = round.run(ending);
            refused.add(measured.refused());
            if (measured.ended() != null) {
                ended.add(measured.ended());
            }
            if (!measured.isInTime()) {
                violations.add(ending.name() + ": " + measured);
            }
            step.run();
        }
        figures.put(ending.name() + ": times", times);
        figures.put(ending.name() + ": slowest refusal, s", rounded(Collections.max(refused)));
        if (!ended.isEmpty()) {
            figures.put(ending.name() + ": slowest end of a stream, s", rounded(Collections.max(ended)));
        }
    }

    private static void expired(@Nullable Expiry expiry, Map<String, Object> figures, List<String> violations)
            throws InterruptedException {
        if (expiry == null) {
            return;
        }
        List<Double> late = expiry.await();
        figures.put("expiry: streams", late.size());
        figures.put("expiry: slowest end of a stream, s", rounded(Collections.max(late)));
        late.stream()
                .filter(it -> it < 0 || it > Round.PROMISED.toSeconds())
                .forEach(it -> violations.add("expiry: " + it));
    }

    private static int races(Place place, ExecutorService runners, int races, Runnable step, List<String> violations)
            throws Exception {
        Attendant attendant = new Attendant(place);
        Race race = new Race(place, attendant, runners);
        int broken = 0;
        for (int n = 0; n < races; n++) {
            List<String> alive = race.run(n % 2 == 0);
            broken += alive.size();
            violations.addAll(alive);
            step.run();
        }
        return broken;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1_000) / 1_000.0;
    }
}
