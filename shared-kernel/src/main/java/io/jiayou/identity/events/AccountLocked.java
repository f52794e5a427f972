package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** Too many failed logins; nobody can log in for a while. */
@StoredAs("identity.account-locked")
public record AccountLocked(
        @Limited(Limit.ID) String accountId,
        @Limited(Limit.COUNT) int failures,
        Instant until,
        Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
