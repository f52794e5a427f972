package io.jiayou.identity.sessions;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.identity.credentials.Secrets;
import io.jiayou.identity.events.LoginWay;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session, with what is kept of its refresh tokens. All of them together are one family: they share one secret, and
 * each has one more of its own. So an old one is told from a guess, however long ago it was used.
 *
 * @param familyHash of the secret that all refresh tokens of the session share
 * @param tokenHash of the newest one's own secret
 * @param usedAt when the newest was given out
 * @param endsAt the last moment, however often it's used
 * @param ended whether it ended before its time
 * @param epoch of the account's credentials, under which it began; 0 for sessions of others
 */
record Session(
        String id,
        String actor,
        Role role,
        @Nullable String driverId,
        @Nullable String stationId,
        LoginWay way,
        String familyHash,
        String tokenHash,
        Instant startedAt,
        Instant usedAt,
        Instant endsAt,
        boolean ended,
        long epoch) {

    /** So far may a clock be set back without ending anybody's session. */
    private static final Duration SET_BACK = Duration.ofDays(1);

    private static final Duration STAFF_IDLE = Duration.ofHours(1);
    private static final Duration STAFF_LIFE = Duration.ofHours(12);
    private static final Duration DRIVER_IDLE = Duration.ofDays(14);
    private static final Duration DRIVER_LIFE = Duration.ofDays(30);

    static Duration life(Role role) {
        return role == Role.DRIVER ? DRIVER_LIFE : STAFF_LIFE;
    }

    /** One that begins. */
    static Session begun(Caller caller, LoginWay way, RefreshToken first, long epoch, Instant now) {
        return new Session(
                caller.sessionId(),
                caller.actor(),
                caller.role(),
                caller.driverId(),
                caller.stationId(),
                way,
                Secrets.hash(first.family()),
                Secrets.hash(first.own()),
                now,
                now,
                now.plus(life(caller.role())),
                false,
                epoch);
    }

    /** Whether it can go on. One of the far future was begun by a clock that was wrong, and would last too long. */
    boolean isAlive(Instant now) {
        Duration idle = role == Role.DRIVER ? DRIVER_IDLE : STAFF_IDLE;
        boolean ofTheFuture = usedAt.isAfter(now.plus(SET_BACK));
        return !ended && !ofTheFuture && now.isBefore(endsAt) && now.isBefore(usedAt.plus(idle));
    }

    boolean isOfFamily(RefreshToken token) {
        return Secrets.matches(token.family(), familyHash);
    }

    boolean isNewest(RefreshToken token) {
        return Secrets.matches(token.own(), tokenHash);
    }

    Session renewed(String newTokenHash, Instant now) {
        return with(newTokenHash, now, false, epoch);
    }

    Session over() {
        return with(tokenHash, usedAt, true, epoch);
    }

    Session carriedOver(long newEpoch) {
        return with(tokenHash, usedAt, ended, newEpoch);
    }

    private Session with(String newestHash, Instant used, boolean over, long newEpoch) {
        return new Session(
                id,
                actor,
                role,
                driverId,
                stationId,
                way,
                familyHash,
                newestHash,
                startedAt,
                used,
                endsAt,
                over,
                newEpoch);
    }

    Caller caller() {
        return new Caller(actor, role, driverId, stationId, Set.of(), id);
    }
}
