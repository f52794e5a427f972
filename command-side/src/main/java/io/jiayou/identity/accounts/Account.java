package io.jiayou.identity.accounts;

import io.jiayou.access.Role;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account of staff: a name, a password, a role.
 *
 * @param stationId the station that the role is bound to; none for roles of no station
 * @param password what is kept of it, in Spring Security's form for Argon2id
 * @param oneTimeUntil until when a password that somebody else made may be used, to choose one's own; none for one's own
 * @param failures logins that failed, or are being checked, since the last good one
 * @param lockedUntil nobody can log in before; none if not locked
 */
public record Account(
        String id,
        String name,
        Role role,
        @Nullable String stationId,
        String password,
        @Nullable Instant oneTimeUntil,
        SecondFactor factor,
        int failures,
        @Nullable Instant lockedUntil,
        boolean closed,
        Instant createdAt) {

    /** How many failures are borne before the first lock. */
    private static final int BORNE = 5;

    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 11;

    /** How long a one-time password is good. */
    static final Duration ONE_TIME = Duration.ofHours(24);

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** Whether the password may be used now. */
    boolean isUsable(Instant now) {
        return !closed && (oneTimeUntil == null || now.isBefore(oneTimeUntil));
    }

    /** Whether the role asks for a second factor; attendants share the devices at their pumps. */
    boolean needsFactor() {
        return role != Role.ATTENDANT;
    }

    /** What is missing before the role can be used; none if nothing is. */
    @Nullable
    String missing() {
        if (oneTimeUntil != null) {
            return "change-password";
        }
        return needsFactor() && factor.secret() == null ? "enrol-second-factor" : null;
    }

    /**
     * Counts a login before it's checked, so that many at once are counted too. From the fifth failure on, each doubles
     * the time for which nobody can log in: 30 s, a minute, … 17 hours.
     */
    Account tried(Instant now) {
        int failed = failures + 1;
        Instant until = failed < BORNE
                ? lockedUntil
                : now.plus(FIRST_LOCK.multipliedBy(1L << Math.min(failed - BORNE, MOST_DOUBLINGS)));
        return with(role, stationId, password, oneTimeUntil, factor, failed, until, closed);
    }

    Account loggedIn(SecondFactor used) {
        return with(role, stationId, password, oneTimeUntil, used, 0, null, closed);
    }

    Account withPassword(String hash, @Nullable Instant until) {
        return with(role, stationId, hash, until, factor, 0, null, closed);
    }

    Account withFactor(SecondFactor other) {
        return with(role, stationId, password, oneTimeUntil, other, failures, lockedUntil, closed);
    }

    Account withRole(Role other, @Nullable String station) {
        return with(other, station, password, oneTimeUntil, factor, failures, lockedUntil, closed);
    }

    Account closed(boolean nowClosed) {
        return with(role, stationId, password, oneTimeUntil, factor, 0, null, nowClosed);
    }

    private Account with(
            Role newRole,
            @Nullable String station,
            String hash,
            @Nullable Instant until,
            SecondFactor newFactor,
            int failed,
            @Nullable Instant locked,
            boolean isClosed) {
        return new Account(id, name, newRole, station, hash, until, newFactor, failed, locked, isClosed, createdAt);
    }

    /** Hashes don't get into logs. */
    @Override
    public String toString() {
        return "account " + id;
    }
}
