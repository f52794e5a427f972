package io.jiayou.identity.accounts;

import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.events.RefusalReason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about a login. It's decided after the password was hashed, on the account's newest state and in one step
 * with what it uses up: whatever changed while the hash was computed counts.
 */
sealed interface Admission {

    /**
     * What a person showed.
     *
     * @param hash the kept hash that the password fits; none if it fits none
     * @param code of the second factor, or a recovery code
     * @param network from where
     */
    record Shown(@Nullable String hash, @Nullable String code, String network) {

        /** Secrets don't get into logs. */
        @Override
        public String toString() {
            return "what was shown from " + network;
        }
    }

    /** @param byRecoveryCode whether one was used up */
    record Admitted(Account account, boolean byRecoveryCode) implements Admission {}

    record Refused(Account account, RefusalReason reason) implements Admission {}

    /** No account has the name. */
    record Unknown() implements Admission {}

    static Decided<Account, Admission> decide(Account account, Shown shown, Instant now) {
        if (!account.password().equals(shown.hash())) {
            return Decided.keep(new Refused(account, RefusalReason.PASSWORD));
        }
        if (!account.isUsable(now)) {
            return Decided.keep(new Refused(account, RefusalReason.CLOSED));
        }
        Optional<SecondFactor> used = account.factor().used(shown.code(), now);
        if (used.isEmpty()) {
            return Decided.keep(new Refused(account, RefusalReason.SECOND_FACTOR));
        }
        Account after = account.proved(used.get(), shown.network());
        boolean recovered =
                used.get().recovery().size() < account.factor().recovery().size();
        return Decided.become(after, new Admitted(after, recovered));
    }
}
