package io.jiayou.values;

import io.jiayou.rules.NotAllowed;

/**
 * A place on the globe, WGS-84.
 *
 * @param latitude degrees, −90 to 90
 * @param longitude degrees, −180 to 180
 */
public record GeoPoint(
        @Limited(Limit.LATITUDE) double latitude,
        @Limited(Limit.LONGITUDE) double longitude) {

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    public GeoPoint {
        if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
            throw new NotAllowed("latitude is -90 to 90 and longitude -180 to 180 degrees");
        }
    }

    /** Metres along the great circle (haversine on the mean Earth radius; right to about 0.5 %). */
    public double metresTo(GeoPoint other) {
        double latitudes = Math.toRadians(other.latitude - latitude);
        double longitudes = Math.toRadians(other.longitude - longitude);
        double chord = Math.pow(Math.sin(latitudes / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(longitudes / 2), 2);
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
