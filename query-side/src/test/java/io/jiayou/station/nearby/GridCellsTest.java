package io.jiayou.station.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.values.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells are stored with stations: the expected ones were computed once and may never change. */
class GridCellsTest {

    @ParameterizedTest
    @CsvSource({
        "31.2304, 121.4737, FINE, 5785302865",
        "31.2304, 121.4737, MEDIUM, 1446260180",
        "31.2304, 121.4737, COARSE, 180618684",
        "-33.8688, 151.2093, FINE, 2678637457",
        "0, 0, COARSE, 134218752",
        "0, -180, FINE, 4294967296",
        "0, 179.99999999999997, FINE, 4294967296",
        "90, 12, FINE, 8589672451",
        "-90, 12, FINE, 3"
    })
    void areTheSameForEver(double latitude, double longitude, Grid grid, long cell) {
        assertThat(grid.cellOf(new GeoPoint(latitude, longitude))).isEqualTo(cell);
    }

    @Test
    void areFineForARadiusOfThreeBands() {
        double band = Math.PI / 32_768 * Circle.METRES_PER_RADIAN;

        assertThat(Grid.forRadius(3 * band)).isEqualTo(Grid.FINE);
        assertThat(Grid.forRadius(Math.nextUp(3 * band))).isEqualTo(Grid.MEDIUM);
    }
}
