package io.jiayou.station.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import io.jiayou.values.UnitPrice;
import java.time.Instant;

/**
 * A price for a grade was set.
 *
 * @param holdsFrom from when it holds, also in the future or (a correction) in the past; when we knew it is the
 *     event's own timestamp
 */
@StoredAs("station.price-set")
public record PriceSet(
        @Limited(Limit.ID) String stationId,
        @Limited(Limit.GRADE) String grade,
        UnitPrice price,
        Instant holdsFrom,
        Instant at)
        implements StationEvent {}
