package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** A person put another second factor in the place of the one that there was. */
@StoredAs("identity.second-factor-changed")
public record SecondFactorChanged(String accountId, Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
