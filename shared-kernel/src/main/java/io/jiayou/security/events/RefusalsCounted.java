package io.jiayou.security.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Refusals of one kind in a span of time, counted: a flood of requests isn't a flood of events.
 *
 * @param actor whose token it was; none without a token that can be believed, or where several are counted together
 * @param network where the requests came from; none of a driver's, and where several networks are counted together
 * @param from when the span began
 * @param at when it ended
 */
@StoredAs("security.refusals-counted")
public record RefusalsCounted(
        RefusalKind kind,
        @Limited(Limit.ACTOR) @Nullable String actor,
        @Limited(Limit.NETWORK) @Nullable String network,
        @Limited(Limit.COUNT) long count,
        Instant from,
        Instant at)
        implements SecurityEvent {

    @Override
    public String subject() {
        return "security/refusals";
    }
}
