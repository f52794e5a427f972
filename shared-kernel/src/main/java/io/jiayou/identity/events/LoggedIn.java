package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/**
 * A session began.
 *
 * @param actor the driver's, the account's or the key's id
 */
@StoredAs("identity.logged-in")
public record LoggedIn(String sessionId, String actor, String role, LoginWay way, Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return sessionId;
    }
}
