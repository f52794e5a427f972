package io.jiayou.http.perimeter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How many requests may come under one key: a minute's worth at once, then evenly. All that is remembered of a key is until when its
 * requests would have to be spread to be even; a key whose time has passed owes nothing, and only those are forgotten. So nobody gets
 * rid of what they owe by coming under many keys: when all places are taken by keys that owe something, those that are new
 * share one. For many threads.
 */
final class RateLimit {

    private static final int PARTS = 16;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** No key is called like this. */
    private static final String NEWCOMERS = "";

    private final String policy;
    private final long perMinute;
    private final long gap;
    private final LongSupplier nanos;
    private final List<Part> parts = new ArrayList<>();

    /**
     * @param policy what it is called, to clients
     * @param perMinute 0 for no limit
     * @param places how many keys are remembered at a time
     * @param nanos a clock that only goes forward
     */
    RateLimit(String policy, long perMinute, long places, LongSupplier nanos) {
        this.policy = policy;
        this.perMinute = perMinute;
        this.gap = perMinute == 0 ? 0 : MINUTE.toNanos() / perMinute;
        this.nanos = nanos;
        for (int n = 0; n < PARTS; n++) {
            parts.add(new Part(Math.max(1, places / PARTS)));
        }
    }

    /** Counts a request; none where there's no limit. */
    Optional<Standing> count(String key) {
        return gap == 0
                ? Optional.empty()
                : Optional.of(parts.get(Math.floorMod(key.hashCode(), PARTS)).take(key, nanos.getAsLong()));
    }

    int size() {
        return parts.stream().mapToInt(Part::size).sum();
    }

    private final class Part {

        private final long places;
        /** For each key until when its requests reach, if they came evenly. */
        private final Map<String, Long> owed = new HashMap<>();

        private long lastForgotten = Long.MIN_VALUE;

        private Part(long places) {
            this.places = places;
        }

        private synchronized Standing take(String given, long now) {
            String key = placeFor(given, now);
            Long until = owed.get(key);
            long from = until == null || until - now < 0 ? now : until;
            long wait = from + gap - now - MINUTE.toNanos();
            if (wait <= 0) {
                owed.put(key, from + gap);
            }
            long debt = wait <= 0 ? from + gap - now : from - now;
            long left = Math.max(0, (MINUTE.toNanos() - debt) / gap);
            return new Standing(policy, perMinute, left, Duration.ofNanos(debt), Duration.ofNanos(wait));
        }

        private String placeFor(String key, long now) {
            if (owed.size() < places || owed.containsKey(key)) {
                return key;
            }
            // no more often than a debt is paid off: looking at all of them isn't for nothing each time
            if (lastForgotten == Long.MIN_VALUE || now - lastForgotten >= gap) {
                owed.values().removeIf(until -> until - now <= 0);
                lastForgotten = now;
            }
            return owed.size() < places ? key : NEWCOMERS;
        }

        private synchronized int size() {
            return owed.size();
        }
    }
}
