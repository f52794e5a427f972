package io.jiayou.station.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A closed station takes orders again. */
@StoredAs("station.opened")
public record StationOpened(@Limited(Limit.ID) String stationId, Instant at) implements StationEvent {}
