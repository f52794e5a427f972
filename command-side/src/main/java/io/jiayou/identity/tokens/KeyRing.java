package io.jiayou.identity.tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/**
 * All keys that sign or are published.
 *
 * @param keys in the order in which they sign
 */
record KeyRing(List<SigningKey> keys) {

    static final KeyRing EMPTY = new KeyRing(List.of());

    static final Duration LIFE = Duration.ofDays(30);

    /** How long a new key is published before it signs: longer than others keep what they fetched. */
    static final Duration AHEAD = Duration.ofHours(1);

    KeyRing {
        keys = List.copyOf(keys);
    }

    /**
     * The ring as it has to be at a time: without keys that nobody needs any more, with one that signs, and with the next
     * one when that is near its end. Clocks that were ahead leave keys behind that begin in the future: they cover
     * nothing, and those that begin later than any next key would are dropped, with the tokens that they signed.
     *
     * @param generate makes a key that signs from a time until another
     */
    KeyRing at(Instant now, BiFunction<Instant, Instant, SigningKey> generate) {
        List<SigningKey> needed = new ArrayList<>(keys.stream()
                .filter(key -> key.isPublishedAt(now) && !key.signsFrom().isAfter(now.plus(AHEAD)))
                .toList());
        Instant covered = coveredFrom(now, needed);
        if (covered.isBefore(now.plus(AHEAD))) {
            needed.add(generate.apply(covered, covered.plus(LIFE)));
            needed.sort(Comparator.comparing(SigningKey::signsFrom));
        }
        return needed.equals(keys) ? this : new KeyRing(needed);
    }

    /** Until when one of the keys signs without a gap; the time itself if none does. */
    private static Instant coveredFrom(Instant now, List<SigningKey> keys) {
        Instant covered = now;
        for (SigningKey key : keys) {
            covered = key.signsAt(covered) ? key.signsUntil() : covered;
        }
        return covered;
    }

    /** The key that signs now; there is one after {@link #at}. */
    SigningKey signing(Instant now) {
        return keys.stream()
                .filter(key -> key.signsAt(now))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no key signs"));
    }
}
