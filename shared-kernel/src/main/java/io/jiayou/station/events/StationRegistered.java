package io.jiayou.station.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** A station was registered; it is open. */
@StoredAs("station.registered")
public record StationRegistered(String stationId, StationDescription description, Instant at) implements StationEvent {}
