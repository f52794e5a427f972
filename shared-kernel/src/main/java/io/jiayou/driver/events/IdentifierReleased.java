package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A driver gave an identifier up. */
@StoredAs("identifier.released")
public record IdentifierReleased(
        @Limited(Limit.ID) String claimId,
        @Limited(Limit.ID) String driverId,
        Instant at) implements IdentifierEvent {}
