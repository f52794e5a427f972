package io.jiayou.identity.accounts;

import io.jiayou.access.Role;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.credentials.Decided;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What operations does with accounts. A change of rights ends the account's sessions. Each is written down before it's done:
 * what can't be written doesn't happen, and no account is without an event.
 */
@Component
public class AccountAdministration {

    private final Accounts accounts;
    private final Operators operators;
    private final Passwords passwords;
    private final Sessions sessions;
    private final IdentityJournal journal;
    private final Clock clock;

    AccountAdministration(
            Accounts accounts,
            Operators operators,
            Passwords passwords,
            Sessions sessions,
            IdentityJournal journal,
            Clock clock) {
        this.accounts = accounts;
        this.operators = operators;
        this.passwords = passwords;
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * An account with the password that its owner changes at the first login; shown this one time.
     *
     * @param name by which the person logs in
     * @param oneTimePassword good for a day
     */
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
        String id = accounts.id(name);
        Account account = Account.handedOver(id, name, role, stationId, passwords.hash(oneTime), now);
        Rule.ACCOUNT_NAME_TAKEN.require(accounts.find(id).isEmpty(), "another account has this name");
        journal.write(new AccountCreated(id, name, role.code(), stationId, now));
        accounts.add(account);
        return new Handover(id, name, oneTime);
    }

    void grant(String id, Role role, @Nullable String stationId) {
        requireFitting(role, stationId);
        accounts.require(id);
        if (role != Role.OPERATIONS) {
            operators.letGo(id);
        }
        journal.write(new RoleGranted(id, role.code(), stationId, clock.instant()));
        accounts.change(id, account -> account.withRole(role, stationId));
        sessions.endAll(id, SessionEnd.ACCOUNT_CHANGED);
    }

    /** For who forgot the password or lost the second factor: both begin anew. */
    Handover reset(String id) {
        Instant now = clock.instant();
        accounts.require(id);
        String oneTime = passwords.oneTime();
        String hash = passwords.hash(oneTime);
        journal.write(new AccountReset(id, now));
        Account account = accounts.change(id, it -> it.reset(hash, now));
        sessions.endAll(id, SessionEnd.ACCOUNT_CHANGED);
        return new Handover(id, account.name(), oneTime);
    }

    /**
     * Another one-time password for an account whose own is of no use to anybody.
     *
     * @param before as it was seen
     * @param lost whether its one-time password is nowhere to be read any more
     * @return none if it has changed meanwhile: somebody got in, or another node was faster
     */
    Optional<Handover> renew(Account before, boolean lost) {
        Instant now = clock.instant();
        String id = before.id();
        String oneTime = passwords.oneTime();
        String hash = passwords.hash(oneTime);
        journal.write(new AccountReset(id, now));
        boolean renewed = accounts.decide(
                id,
                it -> it.password().equals(before.password()) && it.needsAnother(lost, now)
                        ? Decided.become(it.reset(hash, now), true)
                        : Decided.keep(false));
        if (!renewed) {
            return Optional.empty();
        }
        sessions.endAll(id, SessionEnd.ACCOUNT_CHANGED);
        return Optional.of(new Handover(id, before.name(), oneTime));
    }

    void close(String id) {
        operators.letGo(id);
        journal.write(new AccountClosed(id, clock.instant()));
        accounts.change(id, account -> account.closed(true));
        sessions.endAll(id, SessionEnd.ACCOUNT_CHANGED);
    }

    void open(String id) {
        accounts.require(id);
        journal.write(new AccountOpened(id, clock.instant()));
        accounts.change(id, account -> account.closed(false));
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
