package io.jiayou.identity.accounts;

import io.jiayou.access.Caller;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Secrets;
import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.identity.events.PasswordChanged;
import io.jiayou.identity.events.RecoveryCodeUsed;
import io.jiayou.identity.events.SecondFactorChanged;
import io.jiayou.identity.events.SecondFactorEnrolled;
import io.jiayou.identity.events.SessionEnd;
import io.jiayou.identity.record.IdentityJournal;
import io.jiayou.identity.sessions.Sessions;
import io.jiayou.rules.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people change about their own account. A token alone changes nothing that logs somebody in. */
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
     * Sets another password and ends all sessions: whoever knew the old one is out. A new one that is no good isn't an attempt
     * at guessing the old one.
     *
     * @throws ProblemException LOGIN_REFUSED if the old one isn't right, INVALID_FIELD if the new one is no good
     */
    public void changePassword(String id, String old, String chosen) {
        passwords.requireGood(chosen, accounts.require(id).name());
        Passwords.requireAnother(chosen, old);
        Instant now = clock.instant();
        String network = Networks.current();
        Met met = accounts.meet(id, network, now);
        String fitting = accounts.fitting(met, passwords, old, network, now);
        if (fitting == null) {
            throw wrongPassword();
        }
        String hash = passwords.hash(chosen);
        boolean changed = accounts.decide(
                id,
                it -> it.password().equals(fitting) && it.isUsable(now)
                        ? Decided.become(it.withOwnPassword(hash, network), true)
                        : Decided.keep(false));
        if (!changed) {
            throw wrongPassword();
        }
        try {
            journal.write(new PasswordChanged(id, now));
        } finally {
            sessions.endAll(id, SessionEnd.ACCOUNT_CHANGED);
        }
    }

    /**
     * A secret for an authenticator app.
     *
     * @param secret in Base32, to be typed in
     * @param uri the same as an address for a QR code
     */
    public record Offer(String secret, String uri) {

        /** Secrets don't get into logs. */
        @Override
        public String toString() {
            return "an offer";
        }
    }

    /**
     * Offers a secret; it counts after its first code.
     *
     * @param password asked for, with the code, where a second factor is enrolled already
     * @param code of the present second factor, or a recovery code
     * @throws ProblemException LOGIN_REFUSED if one of them isn't right
     */
    public Offer offerFactor(String id, @Nullable String password, @Nullable String code) {
        accounts.require(id);
        Instant now = clock.instant();
        String network = Networks.current();
        String fitting = password == null
                ? null
                : accounts.fitting(accounts.meet(id, network, now), passwords, password, network, now);
        Admission.Shown shown = new Admission.Shown(fitting, code, network);
        String secret = TimeCodes.newSecret();
        Account before = accounts.<Optional<Account>>decide(id, it -> offered(it, shown, secret, now))
                .orElseThrow(() -> new ProblemException(
                        Problem.LOGIN_REFUSED,
                        null,
                        "the password and a code of the present second factor are needed"));
        if (before.factor().isRecovery(code)) {
            int left = before.factor().recovery().size() - 1;
            journal.write(new RecoveryCodeUsed(id, left, now));
        }
        return new Offer(secret, TimeCodes.uri(before.name(), secret));
    }

    private static Decided<Account, Optional<Account>> offered(
            Account account, Admission.Shown shown, String secret, Instant now) {
        if (account.factor().secret() == null) {
            return Decided.become(account.withOffer(account.factor().offer(secret, now)), Optional.of(account));
        }
        Decided<Account, Admission> decided = Admission.decide(account, shown, now);
        return decided.answer() instanceof Admission.Admitted it
                ? Decided.become(it.account().withOffer(it.account().factor().offer(secret, now)), Optional.of(account))
                : Decided.keep(Optional.empty());
    }

    /** @param replaced whether there was a second factor before */
    private record Enrolled(Account account, boolean replaced) {}

    /**
     * Enrols the offered secret as the second factor. All other sessions end.
     *
     * @return recovery codes, shown this one time
     * @throws ProblemException LOGIN_REFUSED if the code isn't the offered secret's
     */
    public List<String> enrolFactor(Caller owner, String code) {
        Instant now = clock.instant();
        String id = owner.actor();
        List<String> recovery = Stream.generate(() -> Secrets.random(RECOVERY_LENGTH, READABLE))
                .limit(RECOVERY_CODES)
                .toList();
        List<String> hashes = recovery.stream().map(Secrets::hash).toList();
        Enrolled enrolled = accounts.<Optional<Enrolled>>decide(id, it -> enrolled(it, code, now, hashes))
                .orElseThrow(() ->
                        new ProblemException(Problem.LOGIN_REFUSED, null, "the code isn't that of the offered secret"));
        IdentityEvent event =
                enrolled.replaced() ? new SecondFactorChanged(id, now) : new SecondFactorEnrolled(id, now);
        try {
            journal.write(event);
        } finally {
            long epoch = enrolled.account().credentialsEpoch();
            sessions.endOthers(id, owner.sessionId(), epoch, SessionEnd.ACCOUNT_CHANGED);
        }
        return recovery;
    }

    private static Decided<Account, Optional<Enrolled>> enrolled(
            Account account, String code, Instant now, List<String> hashes) {
        return account.factor()
                .enrolled(code, now, hashes)
                .map(account::enrolled)
                .map(after -> Decided.become(
                        after, Optional.of(new Enrolled(after, account.factor().secret() != null))))
                .orElseGet(() -> Decided.keep(Optional.empty()));
    }

    private static ProblemException wrongPassword() {
        return new ProblemException(Problem.LOGIN_REFUSED, null, "the old password isn't right");
    }
}
