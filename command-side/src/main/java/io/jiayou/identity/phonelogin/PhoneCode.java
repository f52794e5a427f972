package io.jiayou.identity.phonelogin;

import io.jiayou.identity.credentials.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The code that was last sent to a number, and when codes were.
 *
 * @param hash of salt and code; none after it was used
 * @param triesLeft how many wrong codes are still borne
 * @param sends of the last day
 */
record PhoneCode(@Nullable String hash, String salt, Instant expiresAt, int triesLeft, List<Instant> sends) {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int PER_HOUR = 5;
    private static final int PER_DAY = 10;

    static final PhoneCode NONE = new PhoneCode(null, "", Instant.EPOCH, 0, List.of());

    /** Whether another code may be sent: not at once, not often. */
    boolean maySend(Instant now) {
        return count(now.minus(PAUSE)) == 0
                && count(now.minus(Duration.ofHours(1))) < PER_HOUR
                && count(now.minus(Duration.ofDays(1))) < PER_DAY;
    }

    PhoneCode sent(String code, Instant now) {
        List<Instant> day = new ArrayList<>(sends.stream()
                .filter(at -> at.isAfter(now.minus(Duration.ofDays(1))))
                .toList());
        day.add(now);
        String newSalt = Secrets.random();
        return new PhoneCode(Secrets.hash(newSalt + code), newSalt, now.plus(LIFE), TRIES, day);
    }

    boolean isGood(String code, Instant now) {
        return hash != null && triesLeft > 0 && now.isBefore(expiresAt) && Secrets.matches(salt + code, hash);
    }

    PhoneCode used() {
        return new PhoneCode(null, salt, expiresAt, 0, sends);
    }

    PhoneCode missed() {
        return new PhoneCode(hash, salt, expiresAt, Math.max(0, triesLeft - 1), sends);
    }

    private long count(Instant since) {
        return sends.stream().filter(at -> at.isAfter(since)).count();
    }
}
