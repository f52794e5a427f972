package io.jiayou.identity.accounts;

import io.jiayou.access.Role;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.events.AccountClosed;
import io.jiayou.identity.events.AccountCreated;
import io.jiayou.identity.events.AccountOpened;
import io.jiayou.identity.events.AccountReset;
import io.jiayou.identity.events.RoleGranted;
import io.jiayou.identity.events.SessionEnd;
import io.jiayou.identity.record.IdentityJournal;
import io.jiayou.identity.sessions.Sessions;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What operations does with accounts. A change of rights ends the account's sessions. */
@Component
public class AccountAdministration {

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final IdentityJournal journal;
    private final Clock clock;

    public AccountAdministration(
            Accounts accounts, Passwords passwords, Sessions sessions, IdentityJournal journal, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
    }

    /** An account with the password that its owner changes at the first login; shown this one time. */
    public record Handover(String accountId, String name, String oneTimePassword) {

        /** Secrets don't get into logs. */
        @Override
        public String toString() {
            return "handover of " + accountId;
        }
    }

    /** @throws io.jiayou.rules.RuleViolation ACCOUNT_NAME_TAKEN */
    public Handover create(String name, Role role, @Nullable String stationId) {
        requireFitting(role, stationId);
        Instant now = clock.instant();
        String oneTime = passwords.oneTime();
        String id = Accounts.id(name);
        accounts.add(new Account(
                id,
                name,
                role,
                stationId,
                passwords.hash(oneTime),
                now.plus(Account.ONE_TIME),
                SecondFactor.NONE,
                0,
                null,
                false,
                now));
        journal.write(new AccountCreated(id, name, role.code(), stationId, now));
        return new Handover(id, name, oneTime);
    }

    void grant(String id, Role role, @Nullable String stationId) {
        requireFitting(role, stationId);
        if (role != Role.OPERATIONS) {
            requireAnother(id);
        }
        accounts.change(id, account -> account.withRole(role, stationId));
        journal.write(new RoleGranted(id, role.code(), stationId, clock.instant()));
        sessions.endAll(id, SessionEnd.ACCOUNT_CHANGED);
    }

    /** For who forgot the password or lost the second factor: both begin anew. */
    Handover reset(String id) {
        Instant now = clock.instant();
        String oneTime = passwords.oneTime();
        String hash = passwords.hash(oneTime);
        Account account = accounts.change(
                id, it -> it.withPassword(hash, now.plus(Account.ONE_TIME)).withFactor(SecondFactor.NONE));
        journal.write(new AccountReset(id, now));
        sessions.endAll(id, SessionEnd.ACCOUNT_CHANGED);
        return new Handover(id, account.name(), oneTime);
    }

    void close(String id) {
        requireAnother(id);
        accounts.change(id, account -> account.closed(true));
        journal.write(new AccountClosed(id, clock.instant()));
        sessions.endAll(id, SessionEnd.ACCOUNT_CHANGED);
    }

    void open(String id) {
        accounts.change(id, account -> account.closed(false));
        journal.write(new AccountOpened(id, clock.instant()));
    }

    private void requireAnother(String id) {
        Account account = accounts.change(id, it -> it);
        Rule.ACCOUNT_LAST_OPERATIONS.require(
                account.role() != Role.OPERATIONS || accounts.canDoWithout(id),
                "no other open account has the role operations");
    }

    private static void requireFitting(Role role, @Nullable String stationId) {
        if (!role.isOfStaff()) {
            throw new ProblemException(Problem.INVALID_FIELD, "role", "accounts are for the roles of staff");
        }
        if (role.isOfStation() != (stationId != null)) {
            throw new ProblemException(
                    Problem.INVALID_FIELD, "stationId", "attendants and managers, and they alone, have a station");
        }
    }
}
