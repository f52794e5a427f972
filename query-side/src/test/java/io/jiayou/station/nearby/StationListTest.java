package io.jiayou.station.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.parameters.Page;
import io.jiayou.station.events.PriceSet;
import io.jiayou.station.events.StationClosed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.testing.Documents;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StationListTest {

    /** A Sunday, 08:00 in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private static final Wanted ANY = new Wanted(null, false, null, null, NOW);

    private final Documents<NearbyStation> documents = Documents.of(new NearbyStationModel());

    private static StationRegistered station(String id, String district, String brand, @Nullable String hours) {
        return new StationRegistered(
                id, new StationDescription(id, brand, null, district, null, hours, "Asia/Shanghai"), NOW);
    }

    private static PriceSet price(String id, Instant holdsFrom) {
        return new PriceSet(id, "92#", new UnitPrice(7_000, "CNY"), holdsFrom, NOW);
    }

    @BeforeEach
    void registerStations() {
        documents.record(
                NOW,
                station("c", "Xuhui", "Sinopec", "24/7"),
                station("a", "Xuhui", "PetroChina", "Mo-Sa 06:00-22:00"),
                station("b", "Huangpu", "Sinopec", null),
                station("d", "Huangpu", "PetroChina", "Su 07:30-09:00"),
                price("a", NOW),
                price("c", NOW.plusSeconds(1)),
                new StationClosed("c", null, NOW));
    }

    @AfterEach
    void close() {
        documents.close();
    }

    private static Wanted of(@Nullable String district, @Nullable String brand) {
        return new Wanted(null, false, district, brand, NOW);
    }

    private List<String> ids(StationList list) {
        return list.page(documents.collection(), null, 20).items().stream()
                .map(StationItem::stationId)
                .toList();
    }

    @Test
    void listsAllStationsById() {
        assertThat(ids(new StationList(ANY))).containsExactly("a", "b", "c", "d");
    }

    @Test
    void listsStationsOfADistrictAndABrand() {
        assertThat(ids(new StationList(of("Xuhui", null)))).containsExactly("a", "c");
        assertThat(ids(new StationList(of(null, "Sinopec")))).containsExactly("b", "c");
        assertThat(ids(new StationList(of("Xuhui", "Sinopec")))).containsExactly("c");
    }

    @Test
    void listsStationsThatSellAtThisMoment() {
        assertThat(ids(new StationList(new Wanted(null, true, null, null, NOW))))
                .containsExactly("b", "d");
    }

    @Test
    void listsStationsWhoseGradeHasAPriceAtThisMoment() {
        assertThat(ids(new StationList(new Wanted("92#", false, null, null, NOW))))
                .containsExactly("a");
        assertThat(ids(new StationList(new Wanted("92#", false, null, null, NOW.plusSeconds(1)))))
                .containsExactly("a", "c");
    }

    @Test
    void givesEachStationOnceOverAllPages() {
        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            Page<StationItem> page = new StationList(ANY).page(documents.collection(), cursor, 1);
            page.items().forEach(item -> paged.add(item.stationId()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(paged).containsExactly("a", "b", "c", "d");
    }
}
