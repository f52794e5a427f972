package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A session ended before its time. */
@StoredAs("identity.session-ended")
public record SessionEnded(
        @Limited(Limit.ID) String sessionId,
        @Limited(Limit.ACTOR) String actor,
        SessionEnd reason,
        Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return sessionId;
    }
}
