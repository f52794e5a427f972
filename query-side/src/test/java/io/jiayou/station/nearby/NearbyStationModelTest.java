package io.jiayou.station.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.station.events.PriceSet;
import io.jiayou.station.events.PumpSet;
import io.jiayou.station.events.StationClosed;
import io.jiayou.station.events.StationDescribed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationOpened;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.testing.Recorded;
import io.jiayou.values.GeoPoint;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NearbyStationModelTest {

    private static final Instant NOW = Recorded.AT;
    private static final GeoPoint BUND = new GeoPoint(31.24, 121.49);
    private static final StationRegistered REGISTERED = new StationRegistered("s1", at(BUND), NOW);

    private final NearbyStationModel model = new NearbyStationModel();

    private static StationDescription at(@Nullable GeoPoint location) {
        return new StationDescription("Bund", null, null, null, location, null, "Asia/Shanghai");
    }

    private static PriceSet price(String grade, long thousandths, Instant holdsFrom) {
        return new PriceSet("s1", grade, new UnitPrice(thousandths, "CNY"), holdsFrom, NOW);
    }

    @Test
    void liesInACellOfEachGrid() {
        assertThat(Recorded.events(REGISTERED).view(model, "s1").cells()).isEqualTo(GridCells.of(BUND));
    }

    @Test
    void movesWithItsDescription() {
        GeoPoint elsewhere = new GeoPoint(31.3, 121.4);

        NearbyStation moved = Recorded.events(REGISTERED, new StationDescribed("s1", at(elsewhere), NOW))
                .view(model, "s1");

        assertThat(moved.cells()).isEqualTo(GridCells.of(elsewhere)).isNotEqualTo(GridCells.of(BUND));
    }

    @Test
    void isInNoCellWithoutALocation() {
        assertThat(Recorded.events(REGISTERED, new StationDescribed("s1", at(null), NOW))
                        .view(model, "s1")
                        .cells())
                .isNull();
    }

    @Test
    void opensAndCloses() {
        Recorded closed = Recorded.events(REGISTERED, new StationClosed("s1", null, NOW));

        assertThat(Recorded.events(REGISTERED).view(model, "s1").open()).isTrue();
        assertThat(closed.view(model, "s1").open()).isFalse();
        assertThat(closed.and(new StationOpened("s1", NOW), NOW)
                        .view(model, "s1")
                        .open())
                .isTrue();
    }

    @Test
    void isNotConcernedByPumps() {
        assertThat(model.documentsOf(new PumpSet("s1", 1, List.of("92#"), true, NOW)))
                .isEmpty();
    }

    @Test
    void keepsThePriceThatHoldsAndThoseToCome() {
        NearbyStation station = Recorded.events(
                        REGISTERED,
                        price("92#", 1_000, NOW.minusSeconds(300)),
                        price("92#", 2_000, NOW.minusSeconds(200)),
                        price("92#", 4_000, NOW.plusSeconds(200)),
                        price("92#", 3_000, NOW.plusSeconds(100)),
                        price("0#", 500, NOW.minusSeconds(400)))
                .view(model, "s1");

        assertThat(station.prices())
                .extracting(price -> price.unitPrice().thousandths())
                .containsExactly(500L, 2_000L, 3_000L, 4_000L);
        assertThat(HeldPrice.current(station.prices(), "92#", NOW.plusSeconds(150)))
                .get()
                .extracting(price -> price.unitPrice().thousandths())
                .isEqualTo(3_000L);
        assertThat(HeldPrice.current(station.prices(), NOW))
                .extracting(price -> price.unitPrice().thousandths())
                .containsExactly(500L, 2_000L);
    }

    @Test
    void replacesAPriceThatHoldsFromTheSameMoment() {
        NearbyStation station = Recorded.events(
                        REGISTERED,
                        price("92#", 2_000, NOW.plusSeconds(100)),
                        price("92#", 1_900, NOW.plusSeconds(100)))
                .view(model, "s1");

        assertThat(station.prices())
                .extracting(price -> price.unitPrice().thousandths())
                .containsExactly(1_900L);
    }

    @Test
    void ignoresACorrectionOfAPriceThatNoLongerHolds() {
        NearbyStation station = Recorded.events(
                        REGISTERED,
                        price("92#", 2_000, NOW.minusSeconds(100)),
                        price("92#", 1_000, NOW.minusSeconds(200)))
                .view(model, "s1");

        assertThat(station.prices())
                .extracting(price -> price.unitPrice().thousandths())
                .containsExactly(2_000L);
    }

    /** A search reads the stations of some cells, a list those of a district or a brand. */
    @Test
    void isFoundByItsCellsAndByDistrictAndBrand() {
        assertThat(new NearbyStationModel().indexes())
                .containsExactlyInAnyOrder(
                        "cells.fine", "cells.medium", "cells.coarse", "description.district", "description.brand");
    }
}
