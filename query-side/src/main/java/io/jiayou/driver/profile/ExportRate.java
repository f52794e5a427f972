package io.jiayou.driver.profile;

import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often all that is kept of a driver may be asked for, since that is much work: each asker 6 times an hour for one driver
 * and 60 times for all, on each node. It remembers a bounded number of askers.
 */
final class ExportRate {

    private static final int OF_ONE = 6;
    private static final int OF_ALL = 60;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;
    private static final float FULL = 0.75f;

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> asked = new LinkedHashMap<>(16, FULL, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > REMEMBERED;
        }
    };

    ExportRate(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws ProblemException TOO_MANY_REQUESTS */
    synchronized void take(String actor, String driverId) {
        Instant now = clock.instant();
        Deque<Instant> ofOne = recent(actor + "/" + driverId, now);
        Deque<Instant> ofAll = recent(actor, now);
        if (ofOne.size() >= OF_ONE || ofAll.size() >= OF_ALL) {
            throw new ProblemException(Problem.TOO_MANY_REQUESTS, null, "too many exports within an hour");
        }
        ofOne.addLast(now);
        ofAll.addLast(now);
    }

    /** Those of the last hour; what a clock left behind that was ahead doesn't count. */
    private Deque<Instant> recent(String key, Instant now) {
        Deque<Instant> times = asked.computeIfAbsent(key, it -> new ArrayDeque<>());
        times.removeIf(at -> !at.isAfter(now.minus(HOUR)) || at.isAfter(now));
        return times;
    }
}
