package io.jiayou.identity.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A second factor: an authenticator app (RFC 6238), and codes for the day when it's lost.
 *
 * @param secret shared with the app, in Base32; none before it showed its first code
 * @param offered a secret whose first code is still awaited; none if none is
 * @param lastStep the time step of the last code that was accepted: none is accepted twice
 * @param recovery hashes of the recovery codes that are left
 */
public record SecondFactor(
        @Nullable String secret, @Nullable String offered, long lastStep, List<String> recovery) {

    static final SecondFactor NONE = new SecondFactor(null, null, 0, List.of());

    public SecondFactor {
        recovery = List.copyOf(recovery);
    }

    SecondFactor offer(String newSecret) {
        return new SecondFactor(secret, newSecret, lastStep, recovery);
    }

    SecondFactor enrolled(String shown, long step, List<String> recoveryHashes) {
        return new SecondFactor(shown, null, step, recoveryHashes);
    }

    SecondFactor usedStep(long step) {
        return new SecondFactor(secret, offered, step, recovery);
    }

    SecondFactor without(String recoveryHash) {
        return new SecondFactor(
                secret,
                offered,
                lastStep,
                recovery.stream().filter(hash -> !hash.equals(recoveryHash)).toList());
    }

    /** Secrets don't get into logs. */
    @Override
    public String toString() {
        return secret == null ? "no second factor" : "a second factor";
    }
}
