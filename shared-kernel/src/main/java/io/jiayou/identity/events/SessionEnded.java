package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** A session ended before its time. */
@StoredAs("identity.session-ended")
public record SessionEnded(String sessionId, String actor, SessionEnd reason, Instant at) implements IdentityEvent {

    @Override
    public String subject() {
        return sessionId;
    }
}
