package io.jiayou.identity.accounts;

import org.jspecify.annotations.Nullable;

/**
 * What somebody met who gave a name: an account, in which the attempt is counted by now, or nothing.
 *
 * @param id of the account, whether there is one or not
 * @param account none if nobody has the name
 * @param locked whether the account is locked for where they are
 */
record Met(String id, @Nullable Account account, boolean locked) {

    /** The account's hash if the password fits it; none otherwise. Takes one hashing in any case. */
    @Nullable
    String fitting(Passwords passwords, String password) {
        if (account == null || locked) {
            passwords.pretend(password);
            return null;
        }
        return passwords.matches(password, account.password()) ? account.password() : null;
    }
}
