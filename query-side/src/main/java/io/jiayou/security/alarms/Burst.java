package io.jiayou.security.alarms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts by key within a window of time that moves along with the events. It remembers a bounded number of keys, and for
 * each no more moments than make a burst.
 */
final class Burst {

    private static final int KEYS = 10_000;
    private static final float FULL = 0.75f;

    private record Counted(Instant at, long count) {}

    private final Duration window;
    private final long enough;
    private final Map<String, Deque<Counted>> counted = new LinkedHashMap<>(16, FULL, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Counted>> eldest) {
            return size() > KEYS;
        }
    };

    /** @param enough how many within the window are a burst */
    Burst(long enough, Duration window) {
        this.enough = enough;
        this.window = window;
    }

    /** Counts, and tells whether that was enough. */
    boolean isReached(String key, long count, Instant at) {
        Deque<Counted> recent = counted.computeIfAbsent(key, it -> new ArrayDeque<>());
        recent.addLast(new Counted(at, count));
        // Both ways: what a clock that was wrong has counted in the future is no more of now than what is long ago.
        recent.removeIf(it -> Duration.between(it.at(), at).abs().compareTo(window) > 0);
        boolean reached = recent.stream().mapToLong(Counted::count).sum() >= enough;
        if (recent.size() > enough) {
            recent.removeFirst();
        }
        return reached;
    }
}
