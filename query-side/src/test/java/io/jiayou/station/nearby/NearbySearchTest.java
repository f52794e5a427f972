package io.jiayou.station.nearby;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.parameters.Page;
import io.jiayou.station.events.PriceSet;
import io.jiayou.station.events.StationClosed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.station.nearby.Place.Sort;
import io.jiayou.testing.Documents;
import io.jiayou.testing.Recorded;
import io.jiayou.values.GeoPoint;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class NearbySearchTest {

    private static final Instant NOW = Recorded.AT;
    private static final int STATIONS = 4_000;
    private static final int SEARCHES = 3_000;
    private static final List<GeoPoint> CLUSTERS = List.of(
            new GeoPoint(31.23, 121.47),
            new GeoPoint(-16.8, 180),
            new GeoPoint(65, -179.99),
            new GeoPoint(89.9, 20),
            new GeoPoint(-90, 0),
            new GeoPoint(0, 0));

    private final Random random = new Random(42);
    private final Documents<NearbyStation> documents = Documents.of(new NearbyStationModel());
    private final Map<String, GeoPoint> places = new TreeMap<>();
    private final Map<String, Long> prices = new TreeMap<>();
    private final List<String> closed = new ArrayList<>();

    @BeforeAll
    void registerStations() {
        List<Object> events = new ArrayList<>();
        for (int number = 0; number < STATIONS; number++) {
            String id = "s" + number;
            places.put(id, somewhere());
            StationDescription description =
                    new StationDescription(id, null, null, null, places.get(id), null, "Asia/Shanghai");
            events.add(new StationRegistered(id, description, NOW));
            if (random.nextBoolean()) {
                prices.put(id, 7_000 + random.nextLong(20));
                events.add(new PriceSet(id, "92#", new UnitPrice(prices.get(id), "CNY"), NOW, NOW));
            }
            if (random.nextInt(4) == 0) {
                closed.add(id);
                events.add(new StationClosed(id, null, NOW));
            }
        }
        documents.record(NOW, events);
    }

    @AfterAll
    void close() {
        documents.close();
    }

    /** Mostly within some 30 km of a place where grids and maps have their seams. */
    private GeoPoint somewhere() {
        if (random.nextInt(10) == 0) {
            return new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
        }
        GeoPoint cluster = CLUSTERS.get(random.nextInt(CLUSTERS.size()));
        double latitude = cluster.latitude() + random.nextGaussian() * 0.3;
        double shrunk = Math.max(0.002, Math.cos(Math.toRadians(cluster.latitude())));
        double longitude = cluster.longitude() + random.nextGaussian() * 0.3 / shrunk;
        return new GeoPoint(Math.clamp(latitude, -90, 90), Math.IEEEremainder(longitude, 360));
    }

    private static List<String> ids(Page<StationItem> page) {
        return page.items().stream().map(StationItem::stationId).toList();
    }

    private double metres(GeoPoint centre, String id) {
        return centre.metresTo(requireNonNull(places.get(id)));
    }

    private List<String> scan(GeoPoint centre, double radius, Sort sort, @Nullable String grade, boolean open) {
        Comparator<String> byDistance =
                Comparator.<String>comparingDouble(id -> metres(centre, id)).thenComparing(id -> id);
        Comparator<String> byPrice =
                Comparator.<String>comparingLong(prices::get).thenComparing(byDistance);
        return places.keySet().stream()
                .filter(id -> metres(centre, id) <= radius)
                .filter(id -> grade == null || prices.containsKey(id))
                .filter(id -> !open || !closed.contains(id))
                .sorted(sort == Sort.PRICE ? byPrice : byDistance)
                .toList();
    }

    @Test
    void findsExactlyWhatAScanOfAllStationsFinds() {
        int found = 0;
        for (int round = 0; round < SEARCHES; round++) {
            GeoPoint centre = somewhere();
            double radius = Math.ceil(Math.exp(random.nextDouble() * Math.log(50_000)));
            boolean open = random.nextBoolean();
            @Nullable String grade = random.nextBoolean() ? "92#" : null;
            Sort sort = grade != null && random.nextBoolean() ? Sort.PRICE : Sort.DISTANCE;

            NearbySearch search = new NearbySearch(centre, radius, sort, new Wanted(grade, open, null, null, NOW));
            List<String> all = ids(search.page(documents.collection(), null, STATIONS));

            assertThat(all)
                    .as("%s m around %s by %s, %s, open %s", radius, centre, sort, grade, open)
                    .isEqualTo(scan(centre, radius, sort, grade, open));
            found += all.size();
        }
        assertThat(found).isGreaterThan(10 * SEARCHES);
    }

    @Test
    void readsOnlyStationsOfTheCellsAround() {
        GeoPoint shanghai = CLUSTERS.getFirst();
        long inside = scan(shanghai, 5_000, Sort.DISTANCE, null, false).size();
        long before = documents.visited();

        new NearbySearch(shanghai, 5_000, Sort.DISTANCE, new Wanted(null, false, null, null, NOW))
                .page(documents.collection(), null, 20);

        assertThat(documents.visited() - before).isBetween(inside, 10 * inside + 10);
        assertThat(documents.visited() - before).isLessThan(STATIONS / 20);
    }

    @Test
    void givesEachStationOnceOverAllPages() {
        for (Sort sort : Sort.values()) {
            NearbySearch search =
                    new NearbySearch(CLUSTERS.getFirst(), 50_000, sort, new Wanted("92#", false, null, null, NOW));
            List<String> paged = new ArrayList<>();
            String cursor = null;
            do {
                Page<StationItem> page = search.page(documents.collection(), cursor, 7);
                assertThat(page.items()).hasSizeBetween(1, 7);
                paged.addAll(ids(page));
                cursor = page.nextCursor();
            } while (cursor != null);

            assertThat(paged).hasSizeGreaterThan(20).isEqualTo(scan(CLUSTERS.getFirst(), 50_000, sort, "92#", false));
        }
    }

    @Test
    void tellsTheDistanceAndThePrice() {
        NearbySearch search =
                new NearbySearch(CLUSTERS.getFirst(), 50_000, Sort.DISTANCE, new Wanted("92#", true, null, null, NOW));

        StationItem nearest =
                search.page(documents.collection(), null, 1).items().getFirst();

        assertThat(nearest.distanceMetres()).isEqualTo(Math.round(metres(CLUSTERS.getFirst(), nearest.stationId())));
        assertThat(nearest.price())
                .isEqualTo(new HeldPrice(
                        "92#", new UnitPrice(requireNonNull(prices.get(nearest.stationId())), "CNY"), NOW));
        assertThat(nearest.open()).isTrue();
    }
}
