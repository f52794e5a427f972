package io.jiayou.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoPointTest {

    /** A degree of a great circle, and half of one, on the mean Earth radius. */
    private static final double DEGREE = Math.PI / 180 * 6_371_008.8;

    private static final double HALF_CIRCLE = 180 * DEGREE;

    @Test
    void measuresTheKnownDistanceOfTwoPlaces() {
        GeoPoint peoplesSquare = new GeoPoint(31.2304, 121.4737);
        GeoPoint pudongAirport = new GeoPoint(31.1443, 121.8083);

        assertThat(peoplesSquare.metresTo(pudongAirport)).isCloseTo(33_240, within(33_240 * 0.005));
    }

    @Test
    void goesTheShortWayAcrossTheAntimeridian() {
        assertThat(new GeoPoint(0, 179.5).metresTo(new GeoPoint(0, -179.5))).isCloseTo(DEGREE, within(0.01));
    }

    @Test
    void takesBothSignsOfTheAntimeridianForOnePlace() {
        assertThat(new GeoPoint(10, 180).metresTo(new GeoPoint(10, -180))).isCloseTo(0, within(0.01));
    }

    @Test
    void takesAllLongitudesOfAPoleForOnePlace() {
        assertThat(new GeoPoint(90, 0).metresTo(new GeoPoint(90, 137))).isCloseTo(0, within(0.01));
        assertThat(new GeoPoint(-90, -90).metresTo(new GeoPoint(-90, 90))).isCloseTo(0, within(0.01));
    }

    @Test
    void measuresHalfTheGlobeBetweenAntipodes() {
        assertThat(new GeoPoint(90, 0).metresTo(new GeoPoint(-90, 0))).isCloseTo(HALF_CIRCLE, within(0.01));
        assertThat(new GeoPoint(31.2, 121.5).metresTo(new GeoPoint(-31.2, -58.5)))
                .isCloseTo(HALF_CIRCLE, within(1.0));
    }

    @Test
    void measuresTheSameBothWaysAndNeverMoreThanHalfTheGlobe() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            GeoPoint here = random(random);
            GeoPoint there = random(random);
            double metres = here.metresTo(there);

            assertThat(metres).isBetween(0.0, HALF_CIRCLE + 0.01);
            assertThat(there.metresTo(here)).isCloseTo(metres, within(0.001));
            assertThat(here.metresTo(here)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "90.000001, 0",
        "-90.000001, 0",
        "0, 180.000001",
        "0, -180.000001",
        "NaN, 0",
        "0, NaN",
        "Infinity, 0",
        "0, -Infinity"
    })
    void refusesWhatIsNotOnTheGlobe(double latitude, double longitude) {
        assertThatThrownBy(() -> new GeoPoint(latitude, longitude)).isInstanceOf(IllegalArgumentException.class);
    }

    private static GeoPoint random(Random random) {
        return new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
    }
}
