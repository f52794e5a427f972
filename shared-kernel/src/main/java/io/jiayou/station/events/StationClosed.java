package io.jiayou.station.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A station takes no orders until it is opened again. */
@StoredAs("station.closed")
public record StationClosed(String stationId, @Nullable String reason, Instant at) implements StationEvent {}
