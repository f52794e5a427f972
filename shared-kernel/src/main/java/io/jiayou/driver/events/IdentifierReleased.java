package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** A driver gave an identifier up. */
@StoredAs("identifier.released")
public record IdentifierReleased(String claimId, String driverId, Instant at) implements IdentifierEvent {}
