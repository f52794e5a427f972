package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** Too many failed logins; nobody can log in for a while. */
@StoredAs("identity.account-locked")
public record AccountLocked(String accountId, int failures, Instant until, Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
