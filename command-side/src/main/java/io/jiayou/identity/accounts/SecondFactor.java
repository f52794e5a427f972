package io.jiayou.identity.accounts;

import io.jiayou.identity.credentials.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A second factor: an authenticator app (RFC 6238), and codes for the day when it's lost.
 *
 * @param secret shared with the app, in Base32; none before it showed its first code
 * @param offered a secret whose first code is still awaited; none if none is
 * @param offeredUntil until when that code is awaited
 * @param lastStep the time step of the last code that was accepted: none is accepted twice
 * @param recovery hashes of the recovery codes that are left
 */
public record SecondFactor(
        @Nullable String secret,
        @Nullable String offered,
        @Nullable Instant offeredUntil,
        long lastStep,
        List<String> recovery) {

    static final SecondFactor NONE = new SecondFactor(null, null, null, 0, List.of());

    private static final Duration OFFERED_FOR = Duration.ofMinutes(10);

    public SecondFactor {
        recovery = List.copyOf(recovery);
    }

    /** This factor after a code was used up; none if the code isn't good. Without a secret there is nothing to show. */
    Optional<SecondFactor> used(@Nullable String code, Instant now) {
        if (secret == null) {
            return Optional.of(this);
        }
        if (code == null) {
            return Optional.empty();
        }
        OptionalLong step = TimeCodes.step(secret, code, now, lastStep);
        if (step.isPresent()) {
            return Optional.of(new SecondFactor(secret, offered, offeredUntil, step.getAsLong(), recovery));
        }
        return isRecovery(code) ? Optional.of(without(Secrets.hash(code))) : Optional.empty();
    }

    boolean isRecovery(@Nullable String code) {
        return code != null && recovery.contains(Secrets.hash(code));
    }

    SecondFactor offer(String newSecret, Instant now) {
        return new SecondFactor(secret, newSecret, now.plus(OFFERED_FOR), lastStep, recovery);
    }

    /** With the offered secret in its place; none if the code isn't the offered secret's, or comes too late. */
    Optional<SecondFactor> enrolled(String code, Instant now, List<String> recoveryHashes) {
        if (offered == null || offeredUntil == null || !now.isBefore(offeredUntil)) {
            return Optional.empty();
        }
        OptionalLong step = TimeCodes.step(offered, code, now, 0);
        return step.isPresent() ? Optional.of(of(offered, step.getAsLong(), recoveryHashes)) : Optional.empty();
    }

    static SecondFactor of(String secret, long lastStep, List<String> recoveryHashes) {
        return new SecondFactor(secret, null, null, lastStep, recoveryHashes);
    }

    private SecondFactor without(String recoveryHash) {
        return new SecondFactor(
                secret,
                offered,
                offeredUntil,
                lastStep,
                recovery.stream().filter(hash -> !hash.equals(recoveryHash)).toList());
    }

    /** Secrets don't get into logs. */
    @Override
    public String toString() {
        return secret == null ? "no second factor" : "a second factor";
    }
}
