package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/**
 * A session began.
 *
 * @param actor the driver's, the account's or the key's id
 */
@StoredAs("identity.logged-in")
public record LoggedIn(
        @Limited(Limit.ID) String sessionId,
        @Limited(Limit.ACTOR) String actor,
        @Limited(Limit.CODE) String role,
        LoginWay way,
        Instant at)
        implements IdentityEvent {

    @Override
    public String subject() {
        return sessionId;
    }
}
