package io.jiayou.annulment.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/**
 * Somebody of operations wants an event to be left out from now on.
 *
 * @param reason in the requester's own words, without personal data
 * @param by the account that asks
 */
@StoredAs("annulment.requested")
public record AnnulmentRequested(
        @Limited(Limit.COUNT) long position,
        @Limited(Limit.STORY) String reason,
        @Limited(Limit.ACTOR) String by,
        Instant at)
        implements AnnulmentEvent {}
