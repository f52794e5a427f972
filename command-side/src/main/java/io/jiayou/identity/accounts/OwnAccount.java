package io.jiayou.identity.accounts;

import io.jiayou.http.ProblemException;
import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Secrets;
import io.jiayou.identity.events.PasswordChanged;
import io.jiayou.identity.events.SecondFactorEnrolled;
import io.jiayou.identity.events.SessionEnd;
import io.jiayou.identity.record.IdentityJournal;
import io.jiayou.identity.sessions.Sessions;
import io.jiayou.rules.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people change about their own account. */
@Component
public class OwnAccount {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LENGTH = 16;
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final IdentityJournal journal;
    private final Clock clock;

    public OwnAccount(Accounts accounts, Passwords passwords, Sessions sessions, IdentityJournal journal, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Sets another password and ends all sessions: whoever knew the old one is out.
     *
     * @throws ProblemException LOGIN_REFUSED if the old one isn't right, INVALID_FIELD if the new one is no good
     */
    public void changePassword(String id, String old, String chosen) {
        Instant now = clock.instant();
        Account account = accounts.decide(id, it -> {
            Account counted = it.tried(now);
            return it.isLocked(now) ? Decided.keep(it) : Decided.become(counted, it);
        });
        if (account.isLocked(now) || !passwords.matches(old, account.password())) {
            throw new ProblemException(Problem.LOGIN_REFUSED, null, "the old password isn't right");
        }
        passwords.requireGood(chosen, account.name());
        String hash = passwords.hash(chosen);
        accounts.change(id, it -> it.withPassword(hash, null));
        journal.write(new PasswordChanged(id, now));
        sessions.endAll(id, SessionEnd.ACCOUNT_CHANGED);
    }

    /** A secret for an authenticator app, and its address for a QR code. */
    public record Offer(String secret, String uri) {}

    /** Offers a secret; it counts after its first code. */
    public Offer offerFactor(String id) {
        String secret = TimeCodes.newSecret();
        Account account = accounts.change(id, it -> it.withFactor(it.factor().offer(secret)));
        return new Offer(secret, TimeCodes.uri(account.name(), secret));
    }

    /**
     * Enrols the offered secret as the second factor.
     *
     * @return recovery codes, shown this one time
     * @throws ProblemException LOGIN_REFUSED if the code isn't the offered secret's
     */
    public List<String> enrolFactor(String id, String code) {
        Instant now = clock.instant();
        List<String> recovery = Stream.generate(() -> Secrets.random(RECOVERY_LENGTH, READABLE))
                .limit(RECOVERY_CODES)
                .toList();
        List<String> hashes = recovery.stream().map(Secrets::hash).toList();
        boolean enrolled = accounts.decide(id, account -> {
            String offered = account.factor().offered();
            OptionalLong step = offered == null ? OptionalLong.empty() : TimeCodes.step(offered, code, now, 0);
            return offered != null && step.isPresent()
                    ? Decided.become(
                            account.withFactor(account.factor().enrolled(offered, step.getAsLong(), hashes)), true)
                    : Decided.keep(false);
        });
        if (!enrolled) {
            throw new ProblemException(Problem.LOGIN_REFUSED, null, "the code isn't that of the offered secret");
        }
        journal.write(new SecondFactorEnrolled(id, now));
        return recovery;
    }
}
