package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A person chose another password. */
@StoredAs("identity.password-changed")
public record PasswordChanged(@Limited(Limit.ID) String accountId, Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
