package io.jiayou.station.events;

import io.jiayou.values.GeoPoint;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import org.jspecify.annotations.Nullable;

/**
 * What a station is and where.
 *
 * @param location WGS-84; stations without one aren't found nearby
 * @param openingHours in the language of {@link io.jiayou.values.OpeningHours}; none means unknown
 * @param zone the zone of its clocks, an IANA name: Asia/Shanghai
 */
public record StationDescription(
        @Limited(Limit.STATION) String name,
        @Limited(Limit.BRAND) @Nullable String brand,
        @Limited(Limit.ADDRESS) @Nullable String address,
        @Limited(Limit.BRAND) @Nullable String district,
        @Nullable GeoPoint location,
        @Limited(Limit.OPENING_HOURS) @Nullable String openingHours,
        @Limited(Limit.ZONE) String zone) {}
