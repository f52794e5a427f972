package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** A driver got an identifier that nobody held. It logs nobody in before it is proved. */
@StoredAs("identifier.claimed")
public record IdentifierClaimed(String claimId, IdentifierKind kind, String driverId, Instant at)
        implements IdentifierEvent {}
