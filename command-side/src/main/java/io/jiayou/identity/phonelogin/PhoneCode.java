package io.jiayou.identity.phonelogin;

import io.jiayou.identity.credentials.Secrets;
import java.time.Duration;
import java.time.Instant;

/**
 * A code that was sent to a number for one purpose.
 *
 * @param purpose what alone it's good for: to log in, or to become the number of one driver
 * @param hash of salt and code
 * @param triesLeft how many wrong codes are still borne
 */
record PhoneCode(String purpose, String hash, String salt, Instant expiresAt, int triesLeft) {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int TRIES = 5;

    static PhoneCode of(String purpose, String code, Instant now) {
        String salt = Secrets.random();
        return new PhoneCode(purpose, Secrets.hash(salt + code), salt, now.plus(LIFE), TRIES);
    }

    /** Not one that a clock left behind that was ahead: it would be good for longer. */
    boolean isAlive(Instant now) {
        return triesLeft > 0 && now.isBefore(expiresAt) && !expiresAt.isAfter(now.plus(LIFE));
    }

    boolean isGood(String code, Instant now) {
        return isAlive(now) && Secrets.matches(salt + code, hash);
    }

    PhoneCode missed() {
        return new PhoneCode(purpose, hash, salt, expiresAt, triesLeft - 1);
    }
}
