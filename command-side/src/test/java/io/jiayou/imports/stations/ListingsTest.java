package io.jiayou.imports.stations;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.imports.Spot;
import io.jiayou.imports.Tally;
import io.jiayou.values.GeoPoint;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Reading takes as long as there are lines, whatever they are called. */
class ListingsTest {

    private static final List<String> NAMES = List.of("加油站", "中国石化", "中国石化(中山路加油站)");

    private final StationNames names = new StationNames();

    @Test
    void comparesAFewTimesPerListingThoughAllHaveOneName() {
        for (String name : NAMES) {
            Listings listings = listings(40_000, name);

            assertThat(listings.merged()).hasSize(40_000);
            assertThat(listings.comparisons()).isLessThan(9 * 40_000L);
        }
    }

    @Test
    void comparesAFewTimesPerListingThoughAllAreAtOnePlaceOrNearEachOther() {
        Listings listings = new Listings(new Tally(Locale.ENGLISH));
        for (int n = 0; n < 40_000; n++) {
            listings.add(listing(n, "中国石化(中山路加油站)", 31 + n % 300 * 1e-5, 121));
            listings.add(listing(n, "加油站", 31, 121));
        }

        assertThat(listings.merged()).hasSizeLessThan(5);
        assertThat(listings.comparisons()).isLessThan(30 * 80_000L);
    }

    @Test
    @EnabledIfSystemProperty(named = "jiayou.slow", matches = "true")
    void takesAtMostTwiceAsLongForOneNameAsForMany() {
        nanos("warm%s加油站");
        long own = nanos("中国石化(第%s加油站)");

        for (String name : NAMES) {
            assertThat(nanos(name)).as(name).isLessThan(2 * own);
        }
    }

    private long nanos(String name) {
        long fastest = Long.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            long from = System.nanoTime();
            assertThat(listings(100_000, name).merged()).hasSize(100_000);
            fastest = Math.min(fastest, System.nanoTime() - from);
        }
        return fastest;
    }

    private Listings listings(int count, String name) {
        Listings listings = new Listings(new Tally(Locale.ENGLISH));
        for (int n = 0; n < count; n++) {
            listings.add(listing(n, name.formatted(n), 30 + n / 1000 * 0.01, 100 + n % 1000 * 0.01));
        }
        return listings;
    }

    private Listing listing(int number, String name, double latitude, double longitude) {
        Place place = new Place(
                new Spot(null, number, (long) number), null, null, name, null, null, new GeoPoint(latitude, longitude));
        return new Listing(place, names.read(name));
    }
}
