package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A closed account may be used again. */
@StoredAs("identity.account-opened")
public record AccountOpened(@Limited(Limit.ID) String accountId, Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
