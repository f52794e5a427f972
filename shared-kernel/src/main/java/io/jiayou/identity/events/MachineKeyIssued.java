package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program got a key. */
@StoredAs("identity.machine-key-issued")
public record MachineKeyIssued(
        String keyId,
        String name,
        List<String> scopes,
        @Nullable String stationId,
        Instant expires,
        Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return keyId;
    }
}
