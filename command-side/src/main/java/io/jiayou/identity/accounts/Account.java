package io.jiayou.identity.accounts;

import io.jiayou.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account of staff: a name, a password, a role.
 *
 * @param stationId the station that the role is bound to; none for roles of no station
 * @param password what is kept of it, in Spring Security's form for Argon2id
 * @param oneTimeUntil until when a password that somebody else made may be used, to choose one's own; none for one's own
 * @param attempts logins that failed, and what is locked by them
 * @param credentialsEpoch rises whenever what proves the person, or what the person may, becomes another: a session that
 *     began under an earlier one doesn't go on
 */
public record Account(
        String id,
        String name,
        Role role,
        @Nullable String stationId,
        String password,
        @Nullable Instant oneTimeUntil,
        SecondFactor factor,
        Attempts attempts,
        boolean closed,
        Instant createdAt,
        long credentialsEpoch) {

    /** How long a one-time password is good. */
    static final Duration ONE_TIME = Duration.ofHours(24);

    /** Accounts of earlier versions were kept without attempts and without an epoch. */
    public Account {
        attempts = Objects.requireNonNullElse(attempts, Attempts.NONE);
    }

    /** A new one, with a password that its owner has to change. */
    static Account handedOver(
            String id, String name, Role role, @Nullable String stationId, String password, Instant now) {
        return new Account(
                id,
                name,
                role,
                stationId,
                password,
                now.plus(ONE_TIME),
                SecondFactor.NONE,
                Attempts.NONE,
                false,
                now,
                0);
    }

    /** Until when nobody can log in from a network. A one-time password is too long to be guessed, and is never locked. */
    Optional<Instant> lock(String network, Instant now) {
        return oneTimeUntil == null ? attempts.lock(network, now) : Optional.empty();
    }

    /** Whether the password may be used now. */
    boolean isUsable(Instant now) {
        return !closed && (oneTimeUntil == null || now.isBefore(oneTimeUntil));
    }

    /**
     * Whether the one-time password is of no use to anybody: it has run out, or it's lost and nobody has logged in by it.
     *
     * @param lost whether it's nowhere to be read any more
     */
    boolean needsAnother(boolean lost, Instant now) {
        return oneTimeUntil != null
                && (!now.isBefore(oneTimeUntil) || (lost && attempts.known().isEmpty()));
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

    /** Counts a login before it's checked, so that many at once are counted too. */
    Account tried(String network, Instant now) {
        return with(role, stationId, password, oneTimeUntil, factor, attempts.tried(network, now), closed, 0);
    }

    /** Without the last attempt, which nobody could check. */
    Account forgiven(String network) {
        return with(role, stationId, password, oneTimeUntil, factor, attempts.forgiven(network), closed, 0);
    }

    /** After the person proved from a network who they are. */
    Account proved(SecondFactor used, String network) {
        return with(role, stationId, password, oneTimeUntil, used, attempts.succeeded(network), closed, 0);
    }

    /** With a password that the owner chose, at a place that is known from then on. */
    Account withOwnPassword(String hash, String network) {
        return with(role, stationId, hash, null, factor, Attempts.NONE.succeeded(network), closed, 1);
    }

    /** With a password that somebody else made, and without a second factor. */
    Account reset(String hash, Instant now) {
        return with(role, stationId, hash, now.plus(ONE_TIME), SecondFactor.NONE, Attempts.NONE, closed, 1);
    }

    /** With a secret whose first code is still awaited. */
    Account withOffer(SecondFactor offering) {
        return with(role, stationId, password, oneTimeUntil, offering, attempts, closed, 0);
    }

    Account enrolled(SecondFactor shown) {
        return with(role, stationId, password, oneTimeUntil, shown, attempts, closed, 1);
    }

    Account withRole(Role other, @Nullable String station) {
        return with(other, station, password, oneTimeUntil, factor, attempts, closed, 1);
    }

    Account closed(boolean nowClosed) {
        return with(role, stationId, password, oneTimeUntil, factor, Attempts.NONE, nowClosed, 1);
    }

    private Account with(
            Role newRole,
            @Nullable String station,
            String hash,
            @Nullable Instant until,
            SecondFactor newFactor,
            Attempts tries,
            boolean isClosed,
            int epochs) {
        return new Account(
                id,
                name,
                newRole,
                station,
                hash,
                until,
                newFactor,
                tries,
                isClosed,
                createdAt,
                credentialsEpoch + epochs);
    }

    /** Hashes don't get into logs. */
    @Override
    public String toString() {
        return "account " + id;
    }
}
