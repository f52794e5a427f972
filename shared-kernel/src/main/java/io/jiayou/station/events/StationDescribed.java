package io.jiayou.station.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A station is described anew; the whole description stands here. */
@StoredAs("station.described")
public record StationDescribed(@Limited(Limit.ID) String stationId, StationDescription description, Instant at)
        implements StationEvent {}
