package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/**
 * A person logged in by one of the codes for a lost second factor.
 *
 * @param left how many remain
 */
@StoredAs("identity.recovery-code-used")
public record RecoveryCodeUsed(
        @Limited(Limit.ID) String accountId,
        @Limited(Limit.COUNT) int left,
        Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
