package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.personal.Personal;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may log in by a name and a password.
 *
 * @param name by which the person logs in
 * @param role the code of a role
 * @param stationId the station that the role is bound to; none for roles of no station
 */
@StoredAs("identity.account-created")
public record AccountCreated(
        @Limited(Limit.ID) String accountId,
        @Personal(of = "accountId") @Limited(Limit.PERSON) String name,
        @Limited(Limit.CODE) String role,
        @Limited(Limit.ID) @Nullable String stationId,
        Instant at)
        implements IdentityEvent {

    @Override
    public String subject() {
        return accountId;
    }
}
