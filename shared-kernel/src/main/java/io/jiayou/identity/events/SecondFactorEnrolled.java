package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A person showed the first code of a second factor. */
@StoredAs("identity.second-factor-enrolled")
public record SecondFactorEnrolled(@Limited(Limit.ID) String accountId, Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
