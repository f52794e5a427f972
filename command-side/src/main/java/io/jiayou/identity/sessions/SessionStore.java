package io.jiayou.identity.sessions;

import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Records;
import io.jiayou.identity.credentials.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sessions as they are kept, and which of them somebody has. */
final class SessionStore {

    private final Records<Session> sessions;
    /** {@code actor/session}. */
    private final Records<String> ofActors;

    SessionStore(Vault vault) {
        this.sessions = vault.records("sessions", Session.class);
        this.ofActors = vault.records("sessions-of", String.class);
    }

    /** Keeps a new one. The index comes first: a session that is kept can be found by its actor. */
    void add(Session session) {
        ofActors.decide(index(session), before -> Decided.become(session.id(), session.id()));
        sessions.decide(session.id(), before -> Decided.become(session, session));
    }

    void remove(Session session) {
        sessions.decide(session.id(), stored -> Decided.become(null, session.id()));
        ofActors.decide(index(session), stored -> Decided.become(null, session.id()));
    }

    <R> R decide(String id, Function<Optional<Session>, Decided<Session, R>> decision) {
        return sessions.decide(id, decision);
    }

    List<Session> of(String actor) {
        return ofActors.all(actor + "/").stream()
                .map(sessions::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Forgets the sessions of somebody that are over in any case. A token of theirs is refused like one that nobody gave out. */
    void forgetOld(String actor, Instant now) {
        of(actor).stream()
                .filter(session -> session.ended() || !now.isBefore(session.endsAt()))
                .forEach(this::remove);
    }

    private static String index(Session session) {
        return session.actor() + "/" + session.id();
    }
}
