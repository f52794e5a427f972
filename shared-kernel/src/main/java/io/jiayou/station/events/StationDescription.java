package io.jiayou.station.events;

import io.jiayou.values.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What a station is and where.
 *
 * @param location WGS-84; stations without one aren't found nearby
 * @param openingHours in the language of {@link io.jiayou.values.OpeningHours}; none means unknown
 * @param zone the zone of its clocks, an IANA name: Asia/Shanghai
 */
public record StationDescription(
        String name,
        @Nullable String brand,
        @Nullable String address,
        @Nullable String district,
        @Nullable GeoPoint location,
        @Nullable String openingHours,
        String zone) {}
