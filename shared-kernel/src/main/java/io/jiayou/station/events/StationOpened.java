package io.jiayou.station.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** A closed station takes orders again. */
@StoredAs("station.opened")
public record StationOpened(String stationId, Instant at) implements StationEvent {}
