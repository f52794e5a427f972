package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A refresh token came a second time: one of its two holders had stolen it. */
@StoredAs("identity.refresh-token-reused")
public record RefreshTokenReused(
        @Limited(Limit.ID) String sessionId,
        @Limited(Limit.ACTOR) String actor,
        Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return sessionId;
    }
}
