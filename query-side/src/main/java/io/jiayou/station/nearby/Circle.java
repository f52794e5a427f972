package io.jiayou.station.nearby;

import io.jiayou.values.GeoPoint;

/**
 * All places within a distance of a place, on the globe; a little larger than asked for, so that rounding loses none.
 * Angles are in radians.
 */
record Circle(double latitude, double longitude, double radius) {

    static final double METRES_PER_RADIAN = new GeoPoint(0, 0).metresTo(new GeoPoint(90, 0)) / (Math.PI / 2);

    private static final double SLACK_METRES = 1;
    private static final double AT_A_POLE = 1e-12;

    static Circle around(GeoPoint centre, double metres) {
        return new Circle(
                Math.toRadians(centre.latitude()),
                Math.toRadians(centre.longitude()),
                (metres + SLACK_METRES) / METRES_PER_RADIAN);
    }

    double southernmost() {
        return Math.max(latitude - radius, -Math.PI / 2);
    }

    double northernmost() {
        return Math.min(latitude + radius, Math.PI / 2);
    }

    /** How far the circle reaches to the east and to the west, at most, between two latitudes; π if all around. */
    double halfWidthBetween(double south, double north) {
        double from = Math.max(south, southernmost());
        double to = Math.min(north, northernmost());
        // It's widest where a meridian touches it: nearer to the pole than its centre, if anywhere.
        double touched = Math.asin(Math.clamp(Math.sin(latitude) / Math.cos(radius), -1, 1));
        double widest = halfWidthAt(Math.clamp(touched, Math.min(from, to), to));
        return Math.max(widest, Math.max(halfWidthAt(from), halfWidthAt(to)));
    }

    private double halfWidthAt(double parallel) {
        double cosines = Math.cos(latitude) * Math.cos(parallel);
        if (cosines < AT_A_POLE) {
            return Math.PI;
        }
        double chord = (haversine(radius) - haversine(parallel - latitude)) / cosines;
        return 2 * Math.asin(Math.sqrt(Math.clamp(chord, 0, 1)));
    }

    private static double haversine(double angle) {
        double sine = Math.sin(angle / 2);
        return sine * sine;
    }
}
