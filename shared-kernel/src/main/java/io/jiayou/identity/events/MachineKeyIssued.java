package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import io.jiayou.values.Limits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program got a key. */
@StoredAs("identity.machine-key-issued")
public record MachineKeyIssued(
        @Limited(Limit.ID) String keyId,
        @Limited(Limit.PERSON) String name,

        @Limited(value = Limit.CODE, entries = Limits.SCOPES)
        List<String> scopes,

        @Limited(Limit.ID) @Nullable String stationId,
        Instant expires,
        Instant at)
        implements IdentityEvent {

    @Override
    public String subject() {
        return keyId;
    }
}
