package io.jiayou.identity.phonelogin;

import io.jiayou.identity.credentials.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A code that was sent to a number for one purpose. Wrong ones burn it for the network that sent them, since whoever waits for
 * it is elsewhere; and for all after so many that nobody finds it by asking from many networks.
 *
 * @param purpose what alone it's good for: to log in, or to become the number of one driver
 * @param hash of salt and code
 * @param triesLeft how many wrong codes are still borne in all
 * @param misses how many came from a network
 */
record PhoneCode(
        String purpose, String hash, String salt, Instant expiresAt, int triesLeft, Map<String, Integer> misses) {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int TRIES = 20;
    private static final int TRIES_OF_NETWORK = 5;

    /** Codes of before networks were kept without them. */
    PhoneCode {
        misses = Map.copyOf(Objects.requireNonNullElse(misses, Map.of()));
    }

    static PhoneCode of(String purpose, String code, Instant now) {
        String salt = Secrets.random();
        return new PhoneCode(purpose, Secrets.hash(salt + code), salt, now.plus(LIFE), TRIES, Map.of());
    }

    /** Not one that a clock left behind that was ahead: it would be good for longer. */
    boolean isAlive(Instant now) {
        return triesLeft > 0 && now.isBefore(expiresAt) && !expiresAt.isAfter(now.plus(LIFE));
    }

    /** Whether it isn't burned for a network. */
    boolean mayTry(String network) {
        return missesOf(network) < TRIES_OF_NETWORK;
    }

    boolean isGood(String code, Instant now) {
        return isAlive(now) && Secrets.matches(salt + code, hash);
    }

    PhoneCode missed(String network) {
        Map<String, Integer> more = new HashMap<>(misses);
        more.put(network, missesOf(network) + 1);
        return new PhoneCode(purpose, hash, salt, expiresAt, triesLeft - 1, more);
    }

    private int missesOf(String network) {
        return misses.getOrDefault(network, 0);
    }
}
