package io.jiayou.station.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.parameters.Page;
import io.jiayou.station.events.StationClosed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.station.nearby.Place.Sort;
import io.jiayou.testing.Documents;
import io.jiayou.testing.Recorded;
import io.jiayou.values.GeoPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stations on one meridian, each farther from the centre than the one before. */
class NearbyPagesTest {

    private static final GeoPoint CENTRE = new GeoPoint(31.23, 121.47);

    private final Documents<NearbyStation> documents = Documents.of(new NearbyStationModel());

    @BeforeEach
    void registerStations() {
        documents.record(
                Recorded.AT,
                at("s1", 0.001, "Sinopec", "Xuhui"),
                at("s2", 0.002, "PetroChina", "Xuhui"),
                at("s3", 0.003, "Sinopec", "Minhang"),
                at("s4", 0.004, null, null));
    }

    @AfterEach
    void close() {
        documents.close();
    }

    @Test
    void goOnWhereTheLastOneEnded() {
        Page<StationItem> first = page(10_000, false, null);
        Page<StationItem> second = page(10_000, false, first.nextCursor());

        assertThat(ids(first)).containsExactly("s1", "s2");
        assertThat(ids(second)).containsExactly("s3", "s4");
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void endWithTheCircle() {
        double toTheThird = CENTRE.metresTo(new GeoPoint(31.233, 121.47));

        assertThat(ids(page(toTheThird - 0.5, false, null))).containsExactly("s1", "s2");
        assertThat(page(toTheThird - 0.5, false, null).nextCursor()).isNull();
        assertThat(page(toTheThird, false, null).nextCursor()).isNotNull();
    }

    @Test
    void leaveOutWhatIsNotWanted() {
        documents.record(Recorded.AT, new StationClosed("s1", null, Recorded.AT));

        assertThat(ids(page(10_000, true, null))).containsExactly("s2", "s3");
        assertThat(ids(page(10_000, false, null))).containsExactly("s1", "s2");
    }

    @Test
    void leaveOutOtherDistrictsAndBrands() {
        assertThat(ids(page(10_000, new Wanted(null, false, "Xuhui", null, Recorded.AT), null)))
                .containsExactly("s1", "s2");
        assertThat(ids(page(10_000, new Wanted(null, false, null, "Sinopec", Recorded.AT), null)))
                .containsExactly("s1", "s3");
        assertThat(ids(page(10_000, new Wanted(null, false, "Xuhui", "PetroChina", Recorded.AT), null)))
                .containsExactly("s2");
    }

    private Page<StationItem> page(double radius, boolean open, @Nullable String cursor) {
        return page(radius, new Wanted(null, open, null, null, Recorded.AT), cursor);
    }

    private Page<StationItem> page(double radius, Wanted wanted, @Nullable String cursor) {
        return new NearbySearch(CENTRE, radius, Sort.DISTANCE, wanted).page(documents.collection(), cursor, 2);
    }

    private static List<String> ids(Page<StationItem> page) {
        return page.items().stream().map(StationItem::stationId).toList();
    }

    private static StationRegistered at(String id, double north, @Nullable String brand, @Nullable String district) {
        GeoPoint place = new GeoPoint(CENTRE.latitude() + north, CENTRE.longitude());
        StationDescription description =
                new StationDescription(id, brand, null, district, place, null, "Asia/Shanghai");
        return new StationRegistered(id, description, Recorded.AT);
    }
}
