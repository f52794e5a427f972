package io.jiayou.identity.sessions;

import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Secrets;
import java.time.Instant;
import java.util.Optional;

/** What becomes of a refresh token. */
sealed interface Renewal {

    record Renewed(Session session) implements Renewal {}

    /** It came a second time. */
    record Reused(Session session) implements Renewal {}

    record Unknown() implements Renewal {}

    static Decided<Session, Renewal> decide(
            Optional<Session> stored, RefreshToken token, RefreshToken next, Instant now) {
        if (stored.isEmpty() || !stored.get().isAlive(now) || !stored.get().isOfFamily(token)) {
            return Decided.keep(new Unknown());
        }
        Session session = stored.get();
        if (!session.isNewest(token)) {
            return Decided.become(session.over(), new Reused(session));
        }
        Session renewed = session.renewed(Secrets.hash(next.own()), now);
        return Decided.become(renewed, new Renewed(renewed));
    }
}
