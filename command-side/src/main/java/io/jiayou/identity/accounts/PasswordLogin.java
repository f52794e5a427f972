package io.jiayou.identity.accounts;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Secrets;
import io.jiayou.identity.events.AccountLocked;
import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.identity.events.LoginRefused;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.events.RecoveryCodeUsed;
import io.jiayou.identity.events.RefusalReason;
import io.jiayou.identity.record.IdentityJournal;
import io.jiayou.identity.sessions.Granted;
import io.jiayou.identity.sessions.Sessions;
import io.jiayou.ids.Ids;
import io.jiayou.rules.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Logs staff in. Whatever fails, the person hears the same, after the same time; what it was is in the account's events.
 */
@Component
public class PasswordLogin {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final IdentityJournal journal;
    private final MeterRegistry metrics;
    private final Clock clock;

    public PasswordLogin(
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            IdentityJournal journal,
            MeterRegistry metrics,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.journal = journal;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * @param code of the second factor, or a recovery code; none if the account has no second factor yet
     * @throws ProblemException LOGIN_REFUSED
     */
    public Granted of(String name, String password, @Nullable String code) {
        Instant now = clock.instant();
        Account account = counted(Accounts.id(name), password, now);
        if (!passwords.matches(password, account.password())) {
            throw refused(account, RefusalReason.PASSWORD, now);
        }
        if (!account.isUsable(now)) {
            throw refused(account, RefusalReason.CLOSED, now);
        }
        if (!hasSecondFactor(account, code, now)) {
            throw refused(account, RefusalReason.SECOND_FACTOR, now);
        }
        String missing = account.missing();
        Role role = missing == null ? account.role() : Role.NEWCOMER;
        String station = missing == null ? account.stationId() : null;
        return sessions.start(
                        new Caller(account.id(), role, null, station, Set.of(), Ids.timeOrdered()), LoginWay.PASSWORD)
                .andNext(missing);
    }

    /** The account, with this login counted as failed until it turns out to be good. */
    private Account counted(String id, String password, Instant now) {
        if (accounts.find(id).isEmpty()) {
            passwords.pretend(password);
            throw refused("unknown");
        }
        Optional<Account> tried = accounts.decide(id, account -> {
            Account counted = account.tried(now);
            return account.isLocked(now)
                    ? Decided.keep(Optional.<Account>empty())
                    : Decided.become(counted, Optional.of(counted));
        });
        return tried.orElseThrow(() -> {
            passwords.pretend(password);
            return refused("locked");
        });
    }

    /** Checks the code and uses it up in one step: of many logins with one code, one succeeds. */
    private boolean hasSecondFactor(Account account, @Nullable String code, Instant now) {
        Optional<Account> before = accounts.decide(account.id(), current -> {
            Optional<SecondFactor> used = used(current.factor(), code, now);
            return used.isPresent()
                    ? Decided.become(current.loggedIn(used.get()), Optional.of(current))
                    : Decided.keep(Optional.<Account>empty());
        });
        before.filter(it -> code != null && it.factor().recovery().contains(Secrets.hash(code)))
                .ifPresent(it -> write(
                        account,
                        new RecoveryCodeUsed(it.id(), it.factor().recovery().size() - 1, now)));
        return before.isPresent();
    }

    private static Optional<SecondFactor> used(SecondFactor factor, @Nullable String code, Instant now) {
        if (factor.secret() == null) {
            return Optional.of(factor);
        }
        if (code == null) {
            return Optional.empty();
        }
        OptionalLong step = TimeCodes.step(factor.secret(), code, now, factor.lastStep());
        if (step.isPresent()) {
            return Optional.of(factor.usedStep(step.getAsLong()));
        }
        String hash = Secrets.hash(code);
        return factor.recovery().contains(hash) ? Optional.of(factor.without(hash)) : Optional.empty();
    }

    private ProblemException refused(Account account, RefusalReason reason, Instant now) {
        write(account, new LoginRefused(account.id(), reason, now));
        Instant until = account.lockedUntil();
        if (until != null && now.isBefore(until)) {
            write(account, new AccountLocked(account.id(), account.failures(), until, now));
        }
        return refused(reason.name());
    }

    private void write(Account account, IdentityEvent event) {
        journal.write(event, account.id(), account.role().code(), null);
    }

    private ProblemException refused(String reason) {
        metrics.counter("jiayou.logins.refused", "reason", reason.toLowerCase(Locale.ROOT))
                .increment();
        return new ProblemException(
                Problem.LOGIN_REFUSED,
                null,
                "name, password or code isn't right, or the account is locked for a while");
    }
}
