package io.jiayou.station.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.values.GeoPoint;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GridTest {

    private static final int MOST_CELLS = 64;
    private static final double LARGEST_RADIUS = 50_000;

    private final Random random = new Random(20_120_824);

    /** Anywhere, and as often at the poles, at the antimeridian and at the equator. */
    private GeoPoint somewhere() {
        double latitude =
                switch (random.nextInt(5)) {
                    case 0 -> 90 - random.nextDouble();
                    case 1 -> -90 + random.nextDouble();
                    case 2 -> random.nextDouble() - 0.5;
                    default -> Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
                };
        double longitude =
                switch (random.nextInt(5)) {
                    case 0 -> 180 - random.nextDouble() / 4;
                    case 1 -> -180 + random.nextDouble() / 4;
                    default -> 360 * random.nextDouble() - 180;
                };
        return random.nextInt(200) == 0 ? corner() : new GeoPoint(latitude, longitude);
    }

    private GeoPoint corner() {
        List<GeoPoint> corners = List.of(
                new GeoPoint(90, 0),
                new GeoPoint(-90, 77),
                new GeoPoint(0, 180),
                new GeoPoint(0, -180),
                new GeoPoint(0, 0));
        return corners.get(random.nextInt(corners.size()));
    }

    private double someRadius() {
        return Math.exp(random.nextDouble() * Math.log(LARGEST_RADIUS));
    }

    private GeoPoint near(GeoPoint centre, double metres) {
        double angle = 2 * Math.PI * random.nextDouble();
        double distance = Math.toDegrees(metres / Circle.METRES_PER_RADIAN) * Math.sqrt(random.nextDouble()) * 1.2;
        double latitude = centre.latitude() + distance * Math.cos(angle);
        double shrunk = Math.max(1e-6, Math.cos(Math.toRadians(centre.latitude())));
        double longitude = centre.longitude() + distance * Math.sin(angle) / shrunk;
        boolean overThePole = Math.abs(latitude) > 90;
        double back = overThePole ? Math.copySign(180, latitude) - latitude : latitude;
        return new GeoPoint(back, Math.IEEEremainder(longitude + (overThePole ? 180 : 0), 360));
    }

    @Test
    void coversEveryPlaceWithinTheRadiusEverywhereOnTheGlobe() {
        int inside = 0;
        for (int round = 0; round < 40_000; round++) {
            GeoPoint centre = somewhere();
            double radius = someRadius();
            GeoPoint place = near(centre, radius);
            if (centre.metresTo(place) <= radius) {
                inside++;
                Grid grid = Grid.forRadius(radius);
                assertThat(grid.covering(Circle.around(centre, radius)))
                        .as("%s within %s m of %s", place, radius, centre)
                        .contains(grid.cellOf(place));
            }
        }
        assertThat(inside).isGreaterThan(10_000);
    }

    @Test
    void coversPlacesOnTheEdgeOfTheCircle() {
        for (int round = 0; round < 20_000; round++) {
            GeoPoint centre = somewhere();
            GeoPoint edge = near(centre, someRadius());
            double radius = Math.min(LARGEST_RADIUS, centre.metresTo(edge));
            if (centre.metresTo(edge) <= radius) {
                Grid grid = Grid.forRadius(radius);
                assertThat(grid.covering(Circle.around(centre, radius)))
                        .as("%s and %s", centre, edge)
                        .contains(grid.cellOf(edge));
            }
        }
    }

    @Test
    void keepsTheCoverSmallEverywhereOnTheGlobe() {
        int largest = 0;
        for (int round = 0; round < 100_000; round++) {
            double radius = random.nextBoolean() ? someRadius() : LARGEST_RADIUS * (1 - random.nextDouble() / 1_000);
            List<Long> cells = Grid.forRadius(radius).covering(Circle.around(somewhere(), radius));
            Set<Long> distinct = new HashSet<>(cells);
            assertThat(distinct).hasSameSizeAs(cells);
            largest = Math.max(largest, cells.size());
        }
        assertThat(largest).isLessThanOrEqualTo(MOST_CELLS);
    }

    @Test
    void meetsAtTheAntimeridian() {
        assertThat(Grid.FINE.cellOf(new GeoPoint(12, 180))).isEqualTo(Grid.FINE.cellOf(new GeoPoint(12, -180)));
    }

    @Test
    void takesTheFinestGridThatFits() {
        assertThat(Grid.forRadius(500)).isEqualTo(Grid.FINE);
        assertThat(Grid.forRadius(5_000)).isEqualTo(Grid.MEDIUM);
        assertThat(Grid.forRadius(LARGEST_RADIUS)).isEqualTo(Grid.COARSE);
    }
}
