package io.jiayou.station.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A station was registered; it is open. */
@StoredAs("station.registered")
public record StationRegistered(@Limited(Limit.ID) String stationId, StationDescription description, Instant at)
        implements StationEvent {}
