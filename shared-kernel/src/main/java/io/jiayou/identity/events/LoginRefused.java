package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A login to an account failed. Those to accounts that don't exist are only counted. */
@StoredAs("identity.login-refused")
public record LoginRefused(@Limited(Limit.ID) String accountId, RefusalReason reason, Instant at)
        implements IdentityEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
