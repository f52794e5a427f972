package io.jiayou.station.nearby;

import io.jiayou.values.GeoPoint;

/** The cell of each {@link Grid} in which a place lies. */
public record GridCells(long fine, long medium, long coarse) {

    static GridCells of(GeoPoint place) {
        return new GridCells(Grid.FINE.cellOf(place), Grid.MEDIUM.cellOf(place), Grid.COARSE.cellOf(place));
    }
}
