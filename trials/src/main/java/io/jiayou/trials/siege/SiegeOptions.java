package io.jiayou.trials.siege;

import io.jiayou.http.bounds.Bound;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What only the siege can be told. */
public final class SiegeOptions {

    /** Defences that no attack of the siege gets as far as, and why. */
    private static final Map<Bound, String> BEHIND_OTHERS = Map.of(
            Bound.REQUESTS_PER_MACHINE, "no attacker has a program's key",
            Bound.IMPORT_LINES, "no attacker may import",
            Bound.HASHES_WAITING, "nobody waits for more than 10 s, on a connection each",
            Bound.COMPUTATIONS_AT_ONCE, "no attacker has an account whose answers take long",
            Bound.STACK_TRACES, "clients cause none",
            Bound.LOG_LINES, "clients cause none",
            Bound.LOG_SIZE, "clients cause no lines",
            Bound.ACCESS_LOG_SIZE, "nobody has named its file");

    @Option(names = "--minutes", paramLabel = "N", description = "Of the siege: how long. Default: 5.")
    private @Nullable Integer minutes;

    @Option(
            names = "--without",
            paramLabel = "NAME",
            description = "Of the siege: start the system with this one bound out of reach, to see that it's missed.")
    private @Nullable String without;

    @Option(
            names = "--list-defences",
            description = "Of the siege: list what --without can leave out, and what no attack of it misses.")
    private boolean listed;

    @Option(names = "--nginx", description = "Of the siege: behind nginx alone. Default: directly, then behind nginx.")
    private boolean nginx;

    @Option(names = "--direct", description = "Of the siege: directly alone.")
    private boolean direct;

    /** Minutes if they were given. */
    Optional<Integer> minutes() {
        return Optional.ofNullable(minutes);
    }

    /** @throws IllegalArgumentException for a name that no defence has */
    Optional<Bound> without() {
        if (without == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Bound.values())
                .filter(it -> it.code().equals(without))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no defence is called " + without + "; --list-defences lists them")));
    }

    boolean directly() {
        return !nginx;
    }

    boolean behindNginx() {
        return !direct;
    }

    /** Prints the defences if that was asked for; whether it was. */
    public boolean list() {
        if (listed) {
            for (Bound bound : Bound.values()) {
                String missed =
                        BEHIND_OTHERS.containsKey(bound) ? "  (not missed: " + BEHIND_OTHERS.get(bound) + ")" : "";
                System.out.printf("%-24s --%s%s%n", bound.code(), bound.putOutOfReach(), missed);
            }
        }
        return listed;
    }
}
