package io.jiayou.identity.accounts;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.events.AccountLocked;
import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.identity.events.LoginRefused;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.events.RecoveryCodeUsed;
import io.jiayou.identity.events.RefusalReason;
import io.jiayou.identity.record.IdentityJournal;
import io.jiayou.identity.record.LaterJournal;
import io.jiayou.identity.sessions.Granted;
import io.jiayou.identity.sessions.Sessions;
import io.jiayou.ids.Ids;
import io.jiayou.rules.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Logs staff in. Whatever fails, the person hears the same, after the same work: one hash, one write. What it was is in the
 * account's events, which are written after the answer.
 */
@Component
public class PasswordLogin {

    private static final String LOCKED = "locked";
    private static final String UNKNOWN = "unknown";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final IdentityJournal journal;
    private final LaterJournal later;
    private final MeterRegistry metrics;
    private final Clock clock;

    public PasswordLogin(
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            IdentityJournal journal,
            LaterJournal later,
            MeterRegistry metrics,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.journal = journal;
        this.later = later;
        this.metrics = metrics;
        this.clock = clock;
        // from the start, so that the first refusal is seen to be one more
        Stream.concat(
                        Stream.of(LOCKED, UNKNOWN),
                        Arrays.stream(RefusalReason.values()).map(Enum::name))
                .forEach(this::refusals);
    }

    /**
     * @param code of the second factor, or a recovery code; none if the account has no second factor yet
     * @throws ProblemException LOGIN_REFUSED
     */
    public Granted of(String name, String password, @Nullable String code) {
        Instant now = clock.instant();
        String network = Networks.current();
        Met met = accounts.meet(accounts.id(name), network, now);
        Admission.Shown shown =
                new Admission.Shown(accounts.fitting(met, passwords, password, network, now), code, network);
        return switch (accounts.decide(met, account -> Admission.decide(account, shown, now))) {
            case Admission.Admitted it -> admitted(it, now);
            case Admission.Refused it -> throw met.locked() ? refused(LOCKED) : refused(it, network, now);
            case Admission.Unknown ignored -> throw refused(UNKNOWN);
        };
    }

    private Granted admitted(Admission.Admitted it, Instant now) {
        Account account = it.account();
        if (it.byRecoveryCode()) {
            int left = account.factor().recovery().size();
            write(account, new RecoveryCodeUsed(account.id(), left, now));
        }
        String missing = account.missing();
        Role role = missing == null ? account.role() : Role.NEWCOMER;
        String station = missing == null ? account.stationId() : null;
        Caller caller = new Caller(account.id(), role, null, station, Set.of(), Ids.timeOrdered());
        return sessions.start(caller, LoginWay.PASSWORD, account.credentialsEpoch())
                .andNext(missing);
    }

    private ProblemException refused(Admission.Refused refusal, String network, Instant now) {
        Account account = refusal.account();
        String role = account.role().code();
        later.write(new LoginRefused(account.id(), refusal.reason(), now), account.id(), role);
        account.lock(network, now).ifPresent(until -> {
            int failures = account.attempts().failures(network);
            later.write(new AccountLocked(account.id(), failures, until, now), account.id(), role);
        });
        return refused(refusal.reason().name());
    }

    private void write(Account account, IdentityEvent event) {
        journal.write(event, account.id(), account.role().code(), null);
    }

    private Counter refusals(String reason) {
        return Counter.builder("jiayou.logins.refused")
                .description("Log-ins by name and password that were refused")
                .tag("reason", reason.toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    private ProblemException refused(String reason) {
        refusals(reason).increment();
        return new ProblemException(
                Problem.LOGIN_REFUSED,
                null,
                "name, password or code isn't right, or the account is locked for a while");
    }
}
