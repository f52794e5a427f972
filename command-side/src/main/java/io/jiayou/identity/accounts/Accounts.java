package io.jiayou.identity.accounts;

import io.jiayou.access.Role;
import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Records;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.ids.Ids;
import io.jiayou.rules.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** All accounts. An account's id is derived from its name, so that no two have the same. */
@Component
public class Accounts {

    private final Records<Account> accounts;
    private final Vault vault;

    public Accounts(Vault vault) {
        this.vault = vault;
        this.accounts = vault.records("accounts", Account.class);
    }

    /** The id of the account with a name, whether there is one or not. */
    static String id(String name) {
        return Ids.derived("account", name.strip().toLowerCase(Locale.ROOT));
    }

    Optional<Account> find(String id) {
        return accounts.find(id);
    }

    List<Account> all() {
        return accounts.all("");
    }

    /** Whether accounts can be kept, and there are none. */
    boolean areNone() {
        return vault.isOpen() && all().isEmpty();
    }

    /** @throws io.jiayou.rules.RuleViolation ACCOUNT_NAME_TAKEN */
    void add(Account account) {
        boolean added = accounts.decide(
                account.id(), stored -> stored.isPresent() ? Decided.keep(false) : Decided.become(account, true));
        Rule.ACCOUNT_NAME_TAKEN.require(added, "another account has this name");
    }

    /**
     * Changes an account.
     *
     * @return as it is now
     * @throws io.jiayou.rules.RuleViolation ACCOUNT_UNKNOWN
     */
    Account change(String id, UnaryOperator<Account> change) {
        return decide(id, account -> {
            Account after = change.apply(account);
            return Decided.become(after, after);
        });
    }

    /** @throws io.jiayou.rules.RuleViolation ACCOUNT_UNKNOWN */
    <R> R decide(String id, Function<Account, Decided<Account, R>> decision) {
        return accounts.decide(
                id,
                stored -> decision.apply(
                        stored.orElseThrow(() -> Rule.ACCOUNT_UNKNOWN.violated("none has the id " + id))));
    }

    /** Whether somebody else could still run the system without this account. */
    boolean canDoWithout(String id) {
        return all().stream()
                .anyMatch(other -> other.role() == Role.OPERATIONS
                        && !other.closed()
                        && !other.id().equals(id));
    }
}
