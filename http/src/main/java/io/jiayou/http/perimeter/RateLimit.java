package io.jiayou.http.perimeter;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many requests may come under one key: a bucket of so many tokens for each, which fills evenly within a minute.
 * It remembers a bounded number of keys; the one that was longest unseen is forgotten first, and begins with a full
 * bucket if it comes again.
 */
final class RateLimit {

    private static final int PARTS = 16;
    private static final float FULL = 0.75f;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final long perMinute;
    private final TimeMeter clock;
    private final List<Map<String, Bucket>> parts = new ArrayList<>();

    /** @param perMinute 0 for no limit */
    RateLimit(long perMinute, int remembered, TimeMeter clock) {
        this.perMinute = perMinute;
        this.clock = clock;
        for (int n = 0; n < PARTS; n++) {
            parts.add(bounded(Math.max(1, remembered / PARTS)));
        }
    }

    /** Takes a token; how long to wait for the next one if there is none. */
    Optional<Duration> refusal(String key) {
        if (perMinute == 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    int size() {
        return parts.stream().mapToInt(RateLimit::sizeOf).sum();
    }

    private static int sizeOf(Map<String, Bucket> part) {
        synchronized (part) {
            return part.size();
        }
    }

    private Bucket bucket(String key) {
        Map<String, Bucket> part = parts.get(Math.floorMod(key.hashCode(), PARTS));
        synchronized (part) {
            return part.computeIfAbsent(key, it -> full());
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .withCustomTimePrecision(clock)
                .build();
    }

    private static Map<String, Bucket> bounded(int most) {
        return new LinkedHashMap<>(PARTS, FULL, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > most;
            }
        };
    }
}
