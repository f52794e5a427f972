package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** Nobody can log in by an account any more. */
@StoredAs("identity.account-closed")
public record AccountClosed(String accountId, Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
