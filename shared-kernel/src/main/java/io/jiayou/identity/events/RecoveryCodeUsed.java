package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/**
 * A person logged in by one of the codes for a lost second factor.
 *
 * @param left how many remain
 */
@StoredAs("identity.recovery-code-used")
public record RecoveryCodeUsed(String accountId, int left, Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
