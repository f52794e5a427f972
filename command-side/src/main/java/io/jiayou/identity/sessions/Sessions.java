package io.jiayou.identity.sessions;

import io.jiayou.access.Caller;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Records;
import io.jiayou.identity.credentials.Secrets;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.identity.events.LoggedIn;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.events.RefreshTokenReused;
import io.jiayou.identity.events.SessionEnd;
import io.jiayou.identity.events.SessionEnded;
import io.jiayou.identity.record.IdentityJournal;
import io.jiayou.identity.tokens.AccessTokenIssue;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Begins sessions, lets them go on, and ends them. */
@Component
public class Sessions {

    private final Records<Session> sessions;
    /** Which sessions somebody has: {@code actor/session}. */
    private final Records<String> ofActors;

    private final AccessTokenIssue accessTokens;
    private final IdentityJournal journal;
    private final Clock clock;

    public Sessions(Vault vault, AccessTokenIssue accessTokens, IdentityJournal journal, Clock clock) {
        this.sessions = vault.records("sessions", Session.class);
        this.ofActors = vault.records("sessions-of", String.class);
        this.accessTokens = accessTokens;
        this.journal = journal;
        this.clock = clock;
    }

    /** Begins a session that goes on by refresh tokens. */
    public Granted start(Caller caller, LoginWay way) {
        Instant now = clock.instant();
        RefreshToken first = RefreshToken.first(caller.sessionId());
        Session session = new Session(
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
                now.plus(Session.life(caller.role())),
                false);
        forgetOld(caller.actor(), now);
        ofActors.decide(index(session), before -> Decided.become(session.id(), session.id()));
        sessions.decide(session.id(), before -> Decided.become(session, session));
        loggedIn(caller, way, now);
        return granted(caller, first.text());
    }

    /** A session of one access token, for those who can log in again at any time. */
    public Granted once(Caller caller, LoginWay way) {
        loggedIn(caller, way, clock.instant());
        return Granted.of(caller, accessTokens.of(caller), AccessTokenIssue.LIFE.toSeconds(), null);
    }

    /** What became of a refresh token. */
    private sealed interface Outcome {
        record Renewed(Session session) implements Outcome {}

        record Reused(Session session) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /**
     * Lets a session go on. A refresh token that comes a second time ends it: one of its two holders is a thief
     * (RFC 9700, 4.14.2). Of any number of requests with one token at once, at most one succeeds.
     *
     * @throws ProblemException LOGIN_REFUSED for any token but a living session's newest
     */
    public Granted refresh(String text) {
        RefreshToken token = RefreshToken.parse(text).orElseThrow(Sessions::refused);
        RefreshToken next = token.next();
        Outcome outcome = sessions.decide(token.sessionId(), stored -> decide(stored, token, next, clock.instant()));
        return switch (outcome) {
            case Outcome.Renewed it -> granted(it.session().caller(), next.text());
            case Outcome.Reused it -> {
                reused(it.session());
                throw refused();
            }
            case Outcome.Unknown ignored -> throw refused();
        };
    }

    private static Decided<Session, Outcome> decide(
            Optional<Session> stored, RefreshToken token, RefreshToken next, Instant now) {
        if (stored.isEmpty() || !stored.get().isAlive(now) || !stored.get().isOfFamily(token)) {
            return Decided.keep(new Outcome.Unknown());
        }
        Session session = stored.get();
        if (!session.isNewest(token)) {
            return Decided.become(session.over(), new Outcome.Reused(session));
        }
        Session renewed = session.renewed(Secrets.hash(next.own()), now);
        return Decided.become(renewed, new Outcome.Renewed(renewed));
    }

    /** The living sessions of somebody, in the order in which they began. */
    List<Session> of(String actor) {
        Instant now = clock.instant();
        return all(actor).stream().filter(session -> session.isAlive(now)).toList();
    }

    /** @throws io.jiayou.rules.RuleViolation SESSION_UNKNOWN unless it's a living session of the actor */
    public void end(String actor, String sessionId, SessionEnd reason) {
        Instant now = clock.instant();
        boolean over = sessions.decide(
                sessionId, stored -> stored.filter(it -> it.actor().equals(actor))
                        .filter(it -> it.isAlive(now))
                        .map(it -> Decided.become(it.over(), true))
                        .orElseGet(() -> Decided.keep(false)));
        if (!over) {
            throw Rule.SESSION_UNKNOWN.violated("no living session of yours has the id " + sessionId);
        }
        journal.write(new SessionEnded(sessionId, actor, reason, now));
    }

    /** Ends all living sessions of somebody. */
    public void endAll(String actor, SessionEnd reason) {
        of(actor).forEach(session -> end(actor, session.id(), reason));
    }

    private void forgetOld(String actor, Instant now) {
        all(actor).stream().filter(session -> !now.isBefore(session.endsAt())).forEach(old -> {
            sessions.decide(old.id(), stored -> Decided.become(null, old.id()));
            ofActors.decide(index(old), stored -> Decided.become(null, old.id()));
        });
    }

    private List<Session> all(String actor) {
        return ofActors.all(actor + "/").stream()
                .map(sessions::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private static String index(Session session) {
        return session.actor() + "/" + session.id();
    }

    private void loggedIn(Caller caller, LoginWay way, Instant now) {
        String role = caller.role().code();
        LoggedIn event = new LoggedIn(caller.sessionId(), caller.actor(), role, way, now);
        journal.write(event, caller.actor(), role, caller.sessionId());
    }

    private void reused(Session session) {
        Instant now = clock.instant();
        String role = session.role().code();
        journal.write(new RefreshTokenReused(session.id(), session.actor(), now), session.actor(), role, session.id());
        journal.write(
                new SessionEnded(session.id(), session.actor(), SessionEnd.TOKEN_REUSED, now),
                session.actor(),
                role,
                session.id());
    }

    private Granted granted(Caller caller, String refreshToken) {
        return Granted.of(caller, accessTokens.of(caller), AccessTokenIssue.LIFE.toSeconds(), refreshToken);
    }

    private static ProblemException refused() {
        return new ProblemException(Problem.LOGIN_REFUSED, null, "this refresh token isn't valid; log in again");
    }
}
