package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A person put another second factor in the place of the one that there was. */
@StoredAs("identity.second-factor-changed")
public record SecondFactorChanged(@Limited(Limit.ID) String accountId, Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
