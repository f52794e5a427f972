package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** Whoever has an identifier showed it: by a code that was sent to the phone, or by WeChat. It logs the driver in from here on. */
@StoredAs("identifier.proved")
public record IdentifierProved(
        @Limited(Limit.ID) String claimId,
        IdentifierKind kind,
        @Limited(Limit.ID) String driverId,
        Instant at) implements IdentifierEvent {}
