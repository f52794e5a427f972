package io.jiayou.security.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/**
 * Somebody took many records away at once.
 *
 * @param actor the account or the key
 * @param what the endpoint: {@code GET /api/audit/export}
 */
@StoredAs("security.data-exported")
public record DataExported(
        @Limited(Limit.ACTOR) String actor,
        @Limited(Limit.NOTE) String what,
        Instant at) implements SecurityEvent {

    @Override
    public String subject() {
        return "security/exports";
    }
}
