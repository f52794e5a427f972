package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account got another role or station. */
@StoredAs("identity.role-granted")
public record RoleGranted(
        @Limited(Limit.ID) String accountId,
        @Limited(Limit.CODE) String role,
        @Limited(Limit.ID) @Nullable String stationId,
        Instant at)
        implements IdentityEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
