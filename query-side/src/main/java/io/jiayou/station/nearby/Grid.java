package io.jiayou.station.nearby;

import io.jiayou.values.GeoPoint;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A grid over the globe: bands of latitude, each cut into as many cells as keep them about square. So a circle of a
 * given radius covers about equally many cells everywhere, also at the poles and across the antimeridian.
 */
enum Grid {
    /** Bands of about 611 m. */
    FINE(15),
    /** Bands of about 2.4 km. */
    MEDIUM(13),
    /** Bands of about 19.5 km. */
    COARSE(10);

    private static final int BITS_OF_COLUMN = 18;
    private static final int MOST_BANDS_PER_RADIUS = 3;

    private final int bands;

    Grid(int powerOfTwo) {
        this.bands = 1 << powerOfTwo;
    }

    /** The finest grid whose cover of a circle stays small. */
    static Grid forRadius(double metres) {
        return Arrays.stream(values())
                .filter(grid -> metres <= MOST_BANDS_PER_RADIUS * grid.metresPerBand())
                .findFirst()
                .orElse(COARSE);
    }

    /** The field of {@link NearbyStation} that holds a station's cell in this grid. */
    String field() {
        return "cells." + name().toLowerCase(Locale.ROOT);
    }

    long cellOf(GeoPoint place) {
        int band = bandOf(Math.toRadians(place.latitude()));
        long columns = columnsIn(band);
        return cell(band, Math.floorMod(columnOf(Math.toRadians(place.longitude()), columns), columns));
    }

    /** Cells that together hold every place of a circle, and some more. */
    List<Long> covering(Circle circle) {
        return IntStream.rangeClosed(bandOf(circle.southernmost()), bandOf(circle.northernmost()))
                .boxed()
                .flatMap(band -> cellsIn(band, circle).boxed())
                .toList();
    }

    private LongStream cellsIn(int band, Circle circle) {
        long columns = columnsIn(band);
        double half = circle.halfWidthBetween(southOf(band), southOf(band + 1));
        long first = columnOf(circle.longitude() - half, columns);
        long last = Math.min(columnOf(circle.longitude() + half, columns), first + columns - 1);
        return LongStream.rangeClosed(first, last).map(column -> cell(band, Math.floorMod(column, columns)));
    }

    private int bandOf(double latitude) {
        return Math.min((int) ((latitude + Math.PI / 2) / Math.PI * bands), bands - 1);
    }

    private double southOf(int band) {
        return Math.PI * band / bands - Math.PI / 2;
    }

    private long columnsIn(int band) {
        // Bands are a power of two: the equator is where two of them meet, and runs through none.
        double nearestToEquator = Math.min(Math.abs(southOf(band)), Math.abs(southOf(band + 1)));
        // Strict, since what one JVM stored another one looks up.
        return Math.max(1, (long) (2 * bands * StrictMath.cos(nearestToEquator)));
    }

    private static long columnOf(double longitude, long columns) {
        return (long) Math.floor((longitude + Math.PI) / (2 * Math.PI) * columns);
    }

    private static long cell(int band, long column) {
        return ((long) band << BITS_OF_COLUMN) + column;
    }

    private double metresPerBand() {
        return Math.PI / bands * Circle.METRES_PER_RADIAN;
    }
}
