package io.jiayou.identity.accounts;

import io.jiayou.access.Role;
import io.jiayou.driver.IdentifierKey;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Records;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.ids.Ids;
import io.jiayou.rules.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All accounts. An account's id is derived from its name under the identifier key, so that no two have the same and nobody
 * finds the name by guessing.
 */
@Component
public class Accounts {

    private static final String KIND = "account";

    /** How many records are written instead of accounts that don't exist. */
    private static final int NOBODYS = 16;

    /** Written where an account would be. */
    record Nobody(Instant triedAt) {}

    private final Records<Account> accounts;
    private final Records<Nobody> nobodys;
    private final Vault vault;
    private final IdentifierKey key;

    public Accounts(Vault vault, IdentifierKey key) {
        this.vault = vault;
        this.key = key;
        this.accounts = vault.records("accounts", Account.class);
        this.nobodys = vault.records("attempts-of-nobody", Nobody.class);
    }

    /**
     * The id of the account with a name, whether there is one or not. An account that was made before ids were keyed keeps its
     * own.
     */
    String id(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        String before = Ids.derived(KIND, plain);
        return accounts.find(before).isPresent() ? before : key.derivedId(KIND, plain);
    }

    Optional<Account> find(String id) {
        return accounts.find(id);
    }

    /** @throws io.jiayou.rules.RuleViolation ACCOUNT_UNKNOWN */
    Account require(String id) {
        return find(id).orElseThrow(() -> Rule.ACCOUNT_UNKNOWN.violated("none has the id {0}", id));
    }

    List<Account> all() {
        return accounts.all("");
    }

    /** Whether accounts can be kept, and there are none. */
    boolean areNone() {
        return vault.isOpen() && all().isEmpty();
    }

    /** The only open account with the role operations, which nobody else can reset; none if there are others, or none at all. */
    Optional<Account> onlyOperations() {
        if (!vault.isOpen()) {
            return Optional.empty();
        }
        List<Account> open = all().stream()
                .filter(account -> account.role() == Role.OPERATIONS && !account.closed())
                .toList();
        return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
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
                        stored.orElseThrow(() -> Rule.ACCOUNT_UNKNOWN.violated("none has the id {0}", id))));
    }

    /**
     * Counts an attempt as failed until it turns out to be good, unless its network is locked. As much is read and written
     * for a name that nobody has: the time tells nothing.
     */
    Met meet(String id, String network, Instant now) {
        if (accounts.find(id).isEmpty()) {
            return nobodys.decide(nobody(id), stored -> Decided.become(new Nobody(now), new Met(id, null, false)));
        }
        return decide(id, account -> {
            boolean locked = account.lock(network, now).isPresent();
            Account after = locked ? account : account.tried(network, now);
            return Decided.become(after, new Met(id, after, locked));
        });
    }

    /** Takes an attempt back that nobody could check; as much is read and written for nobody. */
    private void forgive(Met met, String network, Instant now) {
        if (met.account() == null) {
            nobodys.decide(nobody(met.id()), stored -> Decided.become(new Nobody(now), true));
        } else {
            change(met.id(), account -> met.locked() ? account : account.forgiven(network));
        }
    }

    /** The hash of the account that somebody met, if the password fits it; none otherwise. Takes one hashing in any case. */
    @Nullable
    String fitting(Met met, Passwords passwords, String password, String network, Instant now) {
        try {
            return met.fitting(passwords, password);
        } catch (ProblemException busy) {
            forgive(met, network, now);
            throw busy;
        }
    }

    /** What is decided about whom somebody met; as much is read if that was nobody. */
    Admission decide(Met met, Function<Account, Decided<Account, Admission>> decision) {
        return met.account() == null
                ? nobodys.decide(nobody(met.id()), stored -> Decided.keep(new Admission.Unknown()))
                : decide(met.id(), decision);
    }

    private static String nobody(String id) {
        return Integer.toString(Math.floorMod(id.hashCode(), NOBODYS));
    }
}
