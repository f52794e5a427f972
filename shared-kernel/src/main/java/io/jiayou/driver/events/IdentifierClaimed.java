package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A driver got an identifier that nobody held. It logs nobody in before it is proved. */
@StoredAs("identifier.claimed")
public record IdentifierClaimed(
        @Limited(Limit.ID) String claimId,
        IdentifierKind kind,
        @Limited(Limit.ID) String driverId,
        Instant at) implements IdentifierEvent {}
