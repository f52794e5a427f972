package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account got another role or station. */
@StoredAs("identity.role-granted")
public record RoleGranted(
        String accountId, String role, @Nullable String stationId, Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
