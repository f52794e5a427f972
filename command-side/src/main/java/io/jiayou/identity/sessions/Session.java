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
 * @param ended whether it ended before its time; kept, so that its last tokens are known
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
        boolean ended) {

    private static final Duration STAFF_IDLE = Duration.ofHours(1);
    private static final Duration STAFF_LIFE = Duration.ofHours(12);
    private static final Duration DRIVER_IDLE = Duration.ofDays(14);
    private static final Duration DRIVER_LIFE = Duration.ofDays(30);

    static Duration life(Role role) {
        return role == Role.DRIVER ? DRIVER_LIFE : STAFF_LIFE;
    }

    /** Whether it can go on. */
    boolean isAlive(Instant now) {
        Duration idle = role == Role.DRIVER ? DRIVER_IDLE : STAFF_IDLE;
        return !ended && now.isBefore(endsAt) && now.isBefore(usedAt.plus(idle));
    }

    boolean isOfFamily(RefreshToken token) {
        return Secrets.matches(token.family(), familyHash);
    }

    boolean isNewest(RefreshToken token) {
        return Secrets.matches(token.own(), tokenHash);
    }

    Session renewed(String newTokenHash, Instant now) {
        return new Session(
                id, actor, role, driverId, stationId, way, familyHash, newTokenHash, startedAt, now, endsAt, false);
    }

    Session over() {
        return new Session(
                id, actor, role, driverId, stationId, way, familyHash, tokenHash, startedAt, usedAt, endsAt, true);
    }

    Caller caller() {
        return new Caller(actor, role, driverId, stationId, Set.of(), id);
    }
}
