package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** A program's key ended before its time. */
@StoredAs("identity.machine-key-revoked")
public record MachineKeyRevoked(String keyId, Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return keyId;
    }
}
