package io.jiayou.identity.phonelogin;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was sent to a number. Anybody may have codes sent to it, so no network gets all of those that there are: whoever has
 * the number gets one elsewhere.
 *
 * @param codes those that may still be used, one for each purpose
 * @param sends when codes were sent, of the last day
 * @param asked who had them sent, of the last day
 */
record NumberCodes(List<PhoneCode> codes, List<Instant> sends, List<Asked> asked) {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int PER_HOUR = 5;
    private static final int PER_DAY = 10;
    private static final int OF_NETWORK_PER_HOUR = 3;
    private static final int OF_NETWORK_PER_DAY = 6;

    static final NumberCodes NONE = new NumberCodes(List.of(), List.of(), List.of());

    /** @param network from which a code was asked for, in a form that tells nobody which it is */
    record Asked(String network, Instant at) {}

    /** Records of before purposes were kept without codes, and those of before networks without who asked. */
    NumberCodes {
        codes = List.copyOf(Objects.requireNonNullElse(codes, List.of()));
        sends = List.copyOf(sends);
        asked = List.copyOf(Objects.requireNonNullElse(asked, List.of()));
    }

    /** From when on a network may have another code sent: not at once, not often. None if it may now. */
    Optional<Instant> lockedUntil(String network, Instant now) {
        List<Instant> own = asked.stream()
                .filter(it -> it.network().equals(network))
                .map(Asked::at)
                .toList();
        return Stream.of(
                        full(sends, 1, PAUSE, now),
                        full(sends, PER_HOUR, HOUR, now),
                        full(sends, PER_DAY, DAY, now),
                        full(own, OF_NETWORK_PER_HOUR, HOUR, now),
                        full(own, OF_NETWORK_PER_DAY, DAY, now))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** A code for a purpose takes the place of the one before. */
    NumberCodes sent(String purpose, String code, String network, Instant now) {
        return new NumberCodes(
                Stream.concat(
                                alive(now, it -> !it.purpose().equals(purpose)),
                                Stream.of(PhoneCode.of(purpose, code, now)))
                        .toList(),
                Stream.concat(sends.stream().filter(at -> isWithin(at, now, DAY)), Stream.of(now))
                        .toList(),
                Stream.concat(
                                asked.stream().filter(it -> isWithin(it.at(), now, DAY)),
                                Stream.of(new Asked(network, now)))
                        .toList());
    }

    /** The code of a purpose that can still be used from a network. */
    Optional<PhoneCode> of(String purpose, String network, Instant now) {
        return alive(now, it -> it.purpose().equals(purpose) && it.mayTry(network))
                .findFirst();
    }

    NumberCodes without(PhoneCode used) {
        return new NumberCodes(codes.stream().filter(it -> !it.equals(used)).toList(), sends, asked);
    }

    NumberCodes missed(PhoneCode tried, String network) {
        return new NumberCodes(
                codes.stream()
                        .map(it -> it.equals(tried) ? it.missed(network) : it)
                        .toList(),
                sends,
                asked);
    }

    /** Whether nothing of it matters any more: a code lives far shorter than the time for which it's kept when it was sent. */
    boolean isOver(Instant now) {
        return sends.stream().noneMatch(at -> isWithin(at, now, DAY));
    }

    private Stream<PhoneCode> alive(Instant now, Predicate<PhoneCode> which) {
        return codes.stream().filter(it -> it.isAlive(now)).filter(which);
    }

    /** Until when there are as many within a time as there may be; none if there are fewer. */
    private static Optional<Instant> full(List<Instant> times, int most, Duration within, Instant now) {
        return times.stream()
                .filter(at -> isWithin(at, now, within))
                .sorted(Comparator.reverseOrder())
                .skip(most - 1L)
                .findFirst()
                .map(oldest -> oldest.plus(within));
    }

    /** What a clock that was ahead left in the future doesn't count. */
    private static boolean isWithin(Instant at, Instant now, Duration time) {
        return at.isAfter(now.minus(time)) && !at.isAfter(now);
    }
}
