package io.jiayou.identity.sessions;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.identity.events.LoggedIn;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.events.RefreshTokenReused;
import io.jiayou.identity.events.SessionEnd;
import io.jiayou.identity.events.SessionEnded;
import io.jiayou.identity.record.IdentityJournal;
import io.jiayou.identity.tokens.AccessTokenIssue;
import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Begins sessions, lets them go on, and ends them. */
@Component
public class Sessions {

    /** How many living ones somebody may have: more than devices, and few enough to be looked through. */
    private static final int MOST = 50;

    private static final Comparator<Session> LAST_USED_FIRST =
            Comparator.comparing(Session::usedAt).thenComparing(Session::id).reversed();

    private final SessionStore sessions;
    private final List<Standing> standings;
    private final AccessTokenIssue accessTokens;
    private final IdentityJournal journal;
    private final Clock clock;

    public Sessions(
            Vault vault,
            List<Standing> standings,
            AccessTokenIssue accessTokens,
            IdentityJournal journal,
            Clock clock) {
        this.sessions = new SessionStore(vault);
        this.standings = List.copyOf(standings);
        this.accessTokens = accessTokens;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Begins a session that goes on by refresh tokens. Where the actor has as many as may be, the one that was longest not used
     * ends.
     *
     * @param epoch of the credentials that were shown
     * @throws ProblemException LOGIN_REFUSED if what was shown isn't good any more by now
     */
    public Granted start(Caller caller, LoginWay way, long epoch) {
        Instant now = clock.instant();
        RefreshToken first = RefreshToken.first(caller.sessionId());
        Session session = Session.begun(caller, way, first, epoch, now);
        sessions.forgetOld(caller.actor(), now);
        sessions.add(session);
        if (!stands(way, caller.actor(), epoch)) {
            sessions.remove(session);
            throw refused(Detail.of("what was shown isn't good any more; log in again"));
        }
        loggedIn(caller, way, now);
        endSurplus(session, now);
        return granted(caller, first.text());
    }

    /**
     * A session of one access token, for those who can log in again at any time.
     *
     * @throws ProblemException LOGIN_REFUSED if what was shown isn't good any more by now
     */
    public Granted once(Caller caller, LoginWay way) {
        loggedIn(caller, way, clock.instant());
        if (!stands(way, caller.actor(), 0)) {
            throw refused(Detail.of("what was shown isn't good any more"));
        }
        return Granted.of(caller, accessTokens.of(caller), AccessTokenIssue.LIFE.toSeconds(), null);
    }

    /**
     * Lets a session go on. A refresh token that comes a second time ends it: one of its two holders is a thief
     * (RFC 9700, 4.14.2). Of any number of requests with one token at once, at most one succeeds.
     *
     * @throws ProblemException LOGIN_REFUSED for any token but a living session's newest, and if the session's owner may
     *     have it no longer
     */
    public Granted refresh(String text) {
        RefreshToken token = RefreshToken.parse(text).orElseThrow(Sessions::refused);
        RefreshToken next = token.next();
        Renewal renewal =
                sessions.decide(token.sessionId(), stored -> Renewal.decide(stored, token, next, clock.instant()));
        return switch (renewal) {
            case Renewal.Renewed it -> goneOn(it.session(), next);
            case Renewal.Reused it -> {
                reused(it.session());
                throw refused();
            }
            case Renewal.Unknown ignored -> throw refused();
        };
    }

    private Granted goneOn(Session session, RefreshToken next) {
        if (!stands(session.way(), session.actor(), session.epoch())) {
            over(session, SessionEnd.ACCOUNT_CHANGED, session.role().code());
            throw refused();
        }
        Granted granted = granted(session.caller(), next.text());
        return session.role() == Role.NEWCOMER ? granted.andNext(missing(session)) : granted;
    }

    private String missing(Session session) {
        return standings.stream()
                .filter(it -> it.ways().contains(session.way()))
                .flatMap(it -> it.missing(session.actor()).stream())
                .findFirst()
                .orElse(Granted.LOG_IN);
    }

    private boolean stands(LoginWay way, String actor, long epoch) {
        return standings.stream().filter(it -> it.ways().contains(way)).allMatch(it -> it.holds(actor, epoch));
    }

    /** The living sessions of somebody, in the order in which they began. */
    List<Session> of(String actor) {
        Instant now = clock.instant();
        return sessions.of(actor).stream()
                .filter(session -> session.isAlive(now))
                .toList();
    }

    /** @throws io.jiayou.rules.RuleViolation SESSION_UNKNOWN unless it's a living session of the actor */
    public void end(String actor, String sessionId, SessionEnd reason) {
        Instant now = clock.instant();
        if (!markOver(actor, sessionId, now)) {
            throw Rule.SESSION_UNKNOWN.violated("no living session of yours has the id {0}", sessionId);
        }
        journal.write(new SessionEnded(sessionId, actor, reason, now));
    }

    /** Ends all living sessions of somebody. */
    public void endAll(String actor, SessionEnd reason) {
        endAll(actor, reason, session -> true);
    }

    /**
     * Ends all living sessions of somebody but one.
     *
     * @param epoch under which that one goes on
     */
    public void endOthers(String actor, String sessionId, long epoch, SessionEnd reason) {
        sessions.decide(sessionId, stored -> stored.filter(it -> it.actor().equals(actor))
                .map(it -> Decided.become(it.carriedOver(epoch), true))
                .orElseGet(() -> Decided.keep(false)));
        endAll(actor, reason, session -> !session.id().equals(sessionId));
    }

    /** None of them goes on, also if one of the ends can't be written down. */
    private void endAll(String actor, SessionEnd reason, Predicate<Session> which) {
        Instant now = clock.instant();
        List<Session> ended = of(actor).stream()
                .filter(which)
                .filter(session -> markOver(actor, session.id(), now))
                .toList();
        ended.forEach(session -> journal.write(new SessionEnded(session.id(), actor, reason, now)));
    }

    /** After the new one is kept: of any number that begin at once, each sees what is too many. */
    private void endSurplus(Session begun, Instant now) {
        String actor = begun.actor();
        of(actor).stream()
                .filter(session -> !session.id().equals(begun.id()))
                .sorted(LAST_USED_FIRST)
                .skip(MOST - 1L)
                .filter(session -> markOver(actor, session.id(), now))
                .forEach(session -> journal.write(
                        new SessionEnded(session.id(), actor, SessionEnd.TOO_MANY, now),
                        actor,
                        begun.role().code(),
                        begun.id()));
    }

    private boolean markOver(String actor, String sessionId, Instant now) {
        return sessions.decide(
                sessionId, stored -> stored.filter(it -> it.actor().equals(actor))
                        .filter(it -> it.isAlive(now))
                        .map(it -> Decided.become(it.over(), true))
                        .orElseGet(() -> Decided.keep(false)));
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
        over(session, SessionEnd.TOKEN_REUSED, role);
    }

    private void over(Session session, SessionEnd reason, String role) {
        Instant now = clock.instant();
        markOver(session.actor(), session.id(), now);
        journal.write(
                new SessionEnded(session.id(), session.actor(), reason, now), session.actor(), role, session.id());
    }

    private Granted granted(Caller caller, String refreshToken) {
        return Granted.of(caller, accessTokens.of(caller), AccessTokenIssue.LIFE.toSeconds(), refreshToken);
    }

    private static ProblemException refused() {
        return refused(Detail.of("this refresh token isn't valid; log in again"));
    }

    private static ProblemException refused(Detail detail) {
        return ProblemException.of(Problem.LOGIN_REFUSED, null, detail);
    }
}
