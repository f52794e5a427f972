package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** A driver took an identifier that nobody held. */
@StoredAs("identifier.claimed")
public record IdentifierClaimed(String claimId, IdentifierKind kind, String driverId, Instant at)
        implements IdentifierEvent {}
