package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** An account got a new one-time password and lost its second factor. */
@StoredAs("identity.account-reset")
public record AccountReset(@Limited(Limit.ID) String accountId, Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
