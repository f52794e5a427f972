package io.jiayou.identity.phonelogin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was sent to a number.
 *
 * @param codes those that may still be used, one for each purpose; none in a record of before purposes
 * @param sends when codes were sent, of the last day
 */
record NumberCodes(@Nullable List<PhoneCode> codes, List<Instant> sends) {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int PER_HOUR = 5;
    private static final int PER_DAY = 10;

    static final NumberCodes NONE = new NumberCodes(List.of(), List.of());

    NumberCodes {
        codes = codes == null ? List.of() : List.copyOf(codes);
        sends = List.copyOf(sends);
    }

    /** Whether another code may be sent: not at once, not often. */
    boolean maySend(Instant now) {
        return count(now, PAUSE) == 0
                && count(now, Duration.ofHours(1)) < PER_HOUR
                && count(now, Duration.ofDays(1)) < PER_DAY;
    }

    /** A code for a purpose takes the place of the one before. */
    NumberCodes sent(String purpose, String code, Instant now) {
        return new NumberCodes(
                Stream.concat(
                                alive(now, it -> !it.purpose().equals(purpose)),
                                Stream.of(PhoneCode.of(purpose, code, now)))
                        .toList(),
                Stream.concat(sends.stream().filter(at -> isWithin(at, now, Duration.ofDays(1))), Stream.of(now))
                        .toList());
    }

    /** The code of a purpose that can still be used. */
    Optional<PhoneCode> of(String purpose, Instant now) {
        return alive(now, it -> it.purpose().equals(purpose)).findFirst();
    }

    NumberCodes without(PhoneCode used) {
        return new NumberCodes(all().filter(it -> !it.equals(used)).toList(), sends);
    }

    NumberCodes missed(PhoneCode tried) {
        return new NumberCodes(
                all().map(it -> it.equals(tried) ? it.missed() : it).toList(), sends);
    }

    /** Whether nothing of it matters any more. */
    boolean isOver(Instant now) {
        return count(now, Duration.ofDays(1)) == 0
                && alive(now, it -> true).findAny().isEmpty();
    }

    private Stream<PhoneCode> alive(Instant now, Predicate<PhoneCode> which) {
        return all().filter(it -> it.isAlive(now)).filter(which);
    }

    private Stream<PhoneCode> all() {
        return codes == null ? Stream.empty() : codes.stream();
    }

    private long count(Instant now, Duration within) {
        return sends.stream().filter(at -> isWithin(at, now, within)).count();
    }

    /** What a clock that was ahead left in the future doesn't count. */
    private static boolean isWithin(Instant at, Instant now, Duration time) {
        return at.isAfter(now.minus(time)) && !at.isAfter(now);
    }
}
