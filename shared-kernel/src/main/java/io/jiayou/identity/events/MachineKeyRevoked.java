package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A program's key ended before its time. */
@StoredAs("identity.machine-key-revoked")
public record MachineKeyRevoked(@Limited(Limit.ID) String keyId, Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return keyId;
    }
}
