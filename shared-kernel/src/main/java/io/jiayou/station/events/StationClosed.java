package io.jiayou.station.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A station takes no orders until it is opened again. */
@StoredAs("station.closed")
public record StationClosed(
        @Limited(Limit.ID) String stationId,
        @Limited(Limit.REASON) @Nullable String reason,
        Instant at) implements StationEvent {}
