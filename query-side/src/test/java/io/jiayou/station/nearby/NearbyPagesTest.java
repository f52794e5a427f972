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
        documents.record(Recorded.AT, at("s1", 0.001), at("s2", 0.002), at("s3", 0.003), at("s4", 0.004));
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

    private Page<StationItem> page(double radius, boolean open, @Nullable String cursor) {
        NearbySearch search = new NearbySearch(CENTRE, radius, Sort.DISTANCE, new Wanted(null, open, Recorded.AT));
        return search.page(documents.collection(), cursor, 2);
    }

    private static List<String> ids(Page<StationItem> page) {
        return page.items().stream().map(StationItem::stationId).toList();
    }

    private static StationRegistered at(String id, double north) {
        GeoPoint place = new GeoPoint(CENTRE.latitude() + north, CENTRE.longitude());
        StationDescription description = new StationDescription(id, null, null, null, place, null, "Asia/Shanghai");
        return new StationRegistered(id, description, Recorded.AT);
    }
}
