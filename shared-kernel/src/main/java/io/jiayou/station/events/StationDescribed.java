package io.jiayou.station.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** A station is described anew; the whole description stands here. */
@StoredAs("station.described")
public record StationDescribed(String stationId, StationDescription description, Instant at) implements StationEvent {}
