package io.jiayou.station.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircleTest {

    /** Rounding could tell that a pole on the edge is outside, and lose places at other longitudes that are within. */
    @ParameterizedTest
    @ValueSource(doubles = {10, 500, 50_000})
    void reachesAllAroundWhereItTouchesAPole(double metresFromThePole) {
        double latitude = Math.PI / 2 - metresFromThePole / Circle.METRES_PER_RADIAN;
        double toThePole = Math.PI / 2 - latitude;

        assertThat(new Circle(latitude, 0, toThePole).halfWidthBetween(latitude, Math.PI / 2))
                .isEqualTo(Math.PI);
        assertThat(new Circle(-latitude, 0, toThePole).halfWidthBetween(-Math.PI / 2, -latitude))
                .isEqualTo(Math.PI);
    }
}
