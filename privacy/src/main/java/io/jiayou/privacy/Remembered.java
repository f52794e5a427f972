package io.jiayou.privacy;

import io.jiayou.privacy.PersonKeys.Standing;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was read of persons lately, for a while. */
final class Remembered {

    /** Half a kilobyte each. */
    private static final int MOST = 20_000;

    private record Known(Standing standing, long until) {}

    private final long linger;

    private final Map<String, Known> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };

    Remembered(Duration linger) {
        this.linger = linger.toNanos();
    }

    synchronized @Nullable Standing of(String person) {
        Known entry = entries.get(person);
        return entry == null || System.nanoTime() - entry.until > 0 ? null : entry.standing;
    }

    synchronized void put(String person, Standing standing) {
        entries.put(person, new Known(standing, System.nanoTime() + linger));
    }

    synchronized void forget(String person) {
        entries.remove(person);
    }
}
