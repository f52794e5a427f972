package io.jiayou.trials.siege;

import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Besieges a running system on its default heap, from which nobody is exempt: attackers without a token and with one driver's, and the
 * driver who goes on, each at an address of its own. Once directly and, where there is nginx, once behind the gateway that is shipped.
 */
public final class Siege implements Proof {

    private static final int FULL_MINUTES = 5;
    private static final int A_MINUTE = 60;

    private final SiegeOptions options;
    private final int secondsOfOne;

    public Siege(SiegeOptions options) {
        this(options, A_MINUTE);
    }

    /** @param secondsOfOne how long one of those times is that are called minutes */
    Siege(SiegeOptions options, int secondsOfOne) {
        this.options = options;
        this.secondsOfOne = secondsOfOne;
    }

    @Override
    public String name() {
        return "siege";
    }

    @Override
    public int fullTimes() {
        return FULL_MINUTES;
    }

    /** @param times minutes, where no option says otherwise */
    @Override
    public Verdict run(Path directory, int times, Steps steps) throws Exception {
        long seconds = (long) options.minutes().orElse(times) * secondsOfOne;
        Map<String, Object> figures = new LinkedHashMap<>();
        List<String> violations = new ArrayList<>();
        options.without().ifPresent(bound -> figures.put("without", bound.code()));
        List<Besieged> sieges = new ArrayList<>();
        if (options.directly()) {
            sieges.add(new Besieged(directory.resolve("direct"), seconds, options.without(), null));
        }
        Optional<Path> nginx = options.behindNginx() ? Gateway.nginx() : Optional.empty();
        if (nginx.isPresent()) {
            sieges.add(new Besieged(directory.resolve("gateway"), seconds, options.without(), nginx.get()));
        } else if (options.behindNginx()) {
            figures.put("behind nginx", "SKIPPED: there is no nginx here");
        }
        for (Besieged siege : sieges) {
            siege.run(steps);
            figures.putAll(siege.figures());
            violations.addAll(siege.violations());
        }
        return new Verdict(name(), figures, violations);
    }
}
