package io.jiayou.station.events;

import io.jiayou.values.GeoPoint;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import org.jspecify.annotations.Nullable;

/**
 * What a station is and where. The language of opening hours is that of {@link io.jiayou.values.OpeningHours}.
 *
 * @param location WGS-84; stations without one aren't found nearby
 * @param openingHours {@code 24/7}, or rules such as {@code Mo-Fr 06:00-22:00; Sa,Su 08:00-20:00}; none means
 *     unknown
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
