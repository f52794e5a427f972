package io.jiayou.annulment.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/**
 * Somebody of operations wants an event to be left out from now on.
 *
 * @param reason in the requester's own words, without personal data
 * @param by the account that asks
 */
@StoredAs("annulment.requested")
public record AnnulmentRequested(long position, String reason, String by, Instant at) implements AnnulmentEvent {}
