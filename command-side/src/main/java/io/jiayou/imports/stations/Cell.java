package io.jiayou.imports.stations;

import io.jiayou.values.GeoPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of the globe that is at least {@value #DEGREES} degrees of latitude high and as wide: over 400 metres. What is within
 * that distance of a place is in the place's cell or beside it, so that nobody compares all with all. Ids are made of cells: how
 * they are cut never changes.
 */
record Cell(long row, long column) {

    private static final double DEGREES = 0.004;

    /** The one that a place is in. */
    static Cell of(GeoPoint place) {
        long row = row(place);
        return new Cell(row, column(place, row));
    }

    /** The one that a place is in, first, and those beside it. */
    static List<Cell> around(GeoPoint place) {
        List<Cell> cells = new ArrayList<>();
        cells.add(of(place));
        for (long row = row(place) - 1; row <= row(place) + 1; row++) {
            for (long step = -1; step <= 1; step++) {
                Cell cell = new Cell(row, Math.floorMod(column(place, row) + step, columns(row)));
                if (!cells.contains(cell)) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    private static long row(GeoPoint place) {
        return (long) Math.floor(place.latitude() / DEGREES);
    }

    private static long column(GeoPoint place, long row) {
        long columns = columns(row);
        return Math.floorMod((long) Math.floor((place.longitude() + 180) / 360 * columns), columns);
    }

    /** How many fit side by side where the row is shortest. The strict cosine is the same on every machine. */
    private static long columns(long row) {
        double nearestToAPole = Math.min(90, Math.max(Math.abs(row), Math.abs(row + 1)) * DEGREES);
        return Math.max(1, (long) (360 * StrictMath.cos(StrictMath.toRadians(nearestToAPole)) / DEGREES));
    }
}
