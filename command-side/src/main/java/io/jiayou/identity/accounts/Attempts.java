package io.jiayou.identity.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Failed logins to an account, counted so that whoever guesses locks out nobody but themselves. Each network is locked for
 * itself. What comes from networks that the account isn't known in shares one allowance besides, which refills; when it's
 * spent, the known ones still get in.
 *
 * @param tries by network, of logins that failed or are being checked; the newest last
 * @param known the networks of the last good logins, the newest first
 * @param spentUntil when the strangers' allowance is whole again; none if it is
 */
public record Attempts(
        List<Tried> tries, List<String> known, @Nullable Instant spentUntil) {

    /** How many failures from one network are borne before its first lock. */
    static final int BORNE = 5;

    /** How many failures from networks that aren't known are borne at once, and after how long one more is. */
    private static final int STRANGERS = 20;

    private static final Duration ONE_MORE_STRANGER = Duration.ofMinutes(6);

    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 7;
    private static final Duration LONGEST = FIRST_LOCK.multipliedBy(1L << MOST_DOUBLINGS);
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int MOST_NETWORKS = 16;
    private static final int MOST_KNOWN = 4;

    static final Attempts NONE = new Attempts(List.of(), List.of(), null);

    /**
     * Failures from one network.
     *
     * @param lockedUntil nobody can log in from there before; none if it isn't locked
     */
    public record Tried(
            String network,
            int failures,
            Instant at,
            @Nullable Instant lockedUntil) {

        private Tried again(Instant now) {
            int before = now.isBefore(at.plus(REMEMBERED)) ? failures : 0;
            int failed = before + 1;
            Duration lock = FIRST_LOCK.multipliedBy(1L << Math.clamp(failed - BORNE, 0, MOST_DOUBLINGS));
            return new Tried(network, failed, now, failed < BORNE ? null : now.plus(lock));
        }

        private Tried forgiven() {
            return new Tried(network, failures - 1, at, failures <= BORNE ? null : lockedUntil);
        }
    }

    public Attempts {
        tries = List.copyOf(tries);
        known = List.copyOf(known);
    }

    /**
     * Until when nobody can log in from a network; none if somebody can. What would last longer than any lock was set by a
     * clock that was ahead, and doesn't hold.
     */
    Optional<Instant> lock(String network, Instant now) {
        Instant own = of(network).map(Tried::lockedUntil).orElse(null);
        Instant strangers = known.contains(network) || spentUntil == null
                ? null
                : spentUntil.minus(ONE_MORE_STRANGER.multipliedBy(STRANGERS - 1L));
        return Stream.of(Optional.ofNullable(own), Optional.ofNullable(strangers))
                .flatMap(Optional::stream)
                .filter(until -> now.isBefore(until) && !until.isAfter(now.plus(LONGEST)))
                .max(Comparator.naturalOrder());
    }

    /** With one more failure. */
    Attempts tried(String network, Instant now) {
        Tried fresh = new Tried(network, 0, now, null);
        List<Tried> next = new ArrayList<>(without(network));
        next.add(of(network).orElse(fresh).again(now));
        List<Tried> kept = next.subList(Math.max(0, next.size() - MOST_NETWORKS), next.size());
        return new Attempts(kept, known, known.contains(network) ? spentUntil : spentOnce(now));
    }

    /** After a good login: the network is known now, and its failures are forgotten. */
    Attempts succeeded(String network) {
        List<String> next = Stream.concat(Stream.of(network), known.stream())
                .distinct()
                .limit(MOST_KNOWN)
                .toList();
        Instant spent =
                known.contains(network) || spentUntil == null ? spentUntil : spentUntil.minus(ONE_MORE_STRANGER);
        return new Attempts(without(network), next, spent);
    }

    /** Without the last one, which nobody could check. */
    Attempts forgiven(String network) {
        Instant spent =
                known.contains(network) || spentUntil == null ? spentUntil : spentUntil.minus(ONE_MORE_STRANGER);
        return new Attempts(
                Stream.concat(without(network).stream(), of(network).map(Tried::forgiven).stream())
                        .toList(),
                known,
                spent);
    }

    /** How many failures there were from a network. */
    int failures(String network) {
        return of(network).map(Tried::failures).orElse(0);
    }

    /** The last moment until which some network is locked, or was; none if none was. */
    Optional<Instant> latestLock() {
        return tries.stream().map(Tried::lockedUntil).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    /** Never further than a whole allowance ahead, however many fail; what is, a clock left that was ahead. */
    private Instant spentOnce(Instant now) {
        Instant whole = now.plus(ONE_MORE_STRANGER.multipliedBy(STRANGERS));
        boolean counts = spentUntil != null && spentUntil.isAfter(now) && !spentUntil.isAfter(whole);
        Instant once = (counts ? Objects.requireNonNull(spentUntil) : now).plus(ONE_MORE_STRANGER);
        return once.isAfter(whole) ? whole : once;
    }

    private Optional<Tried> of(String network) {
        return tries.stream().filter(it -> it.network().equals(network)).findFirst();
    }

    private List<Tried> without(String network) {
        return tries.stream().filter(it -> !it.network().equals(network)).toList();
    }
}
