package io.jiayou.station.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.station.details.StationDetails.Pump;
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
import org.junit.jupiter.api.Test;

class StationDetailsModelTest {

    private static final Instant AT = Instant.parse("2026-02-03T04:05:06Z");
    private static final StationDescription DESCRIPTION = new StationDescription(
            "Zhongshan Road",
            "Sinopec",
            "1 Zhongshan Road",
            "Huangpu",
            new GeoPoint(31.2, 121.5),
            "24/7",
            "Asia/Shanghai");
    private static final StationRegistered REGISTERED = new StationRegistered("s1", DESCRIPTION, AT);

    private final StationDetailsModel model = new StationDetailsModel();

    @Test
    void isOpenFromItsRegistration() {
        StationDetails station = Recorded.events(REGISTERED).view(model, "s1");

        assertThat(station.open()).isTrue();
        assertThat(station.description()).isEqualTo(DESCRIPTION);
        assertThat(station.registeredAt()).isEqualTo(AT);
        assertThat(station.pumps()).isEmpty();
        assertThat(station.prices()).isEmpty();
    }

    @Test
    void takesTheWholeNewDescription() {
        StationDescription bare = new StationDescription("Renamed", null, null, null, null, null, "Europe/Prague");

        StationDetails station = Recorded.events(REGISTERED, new StationDescribed("s1", bare, AT))
                .view(model, "s1");

        assertThat(station.description()).isEqualTo(bare);
    }

    @Test
    void tellsWhyItIsClosedUntilItOpensAgain() {
        Recorded closed = Recorded.events(REGISTERED, new StationClosed("s1", "tank inspection", AT));

        assertThat(closed.view(model, "s1").open()).isFalse();
        assertThat(closed.view(model, "s1").closedBecause()).isEqualTo("tank inspection");

        StationDetails opened =
                closed.and(new StationOpened("s1", AT), Recorded.AT).view(model, "s1");
        assertThat(opened.open()).isTrue();
        assertThat(opened.closedBecause()).isNull();
    }

    @Test
    void keepsThePumpsByNumberAsLastSet() {
        StationDetails station = Recorded.events(
                        REGISTERED,
                        new PumpSet("s1", 2, List.of("92#", "95#"), true, AT),
                        new PumpSet("s1", 1, List.of("0#"), true, AT),
                        new PumpSet("s1", 2, List.of("95#"), false, AT))
                .view(model, "s1");

        assertThat(station.pumps())
                .containsExactly(new Pump(1, List.of("0#"), true), new Pump(2, List.of("95#"), false));
    }

    @Test
    void keepsEveryPriceInBothTimes() {
        Instant holdsFrom = Instant.parse("2026-02-10T16:00:00Z");
        Instant recordedAt = Instant.parse("2026-02-09T08:00:00Z");

        StationDetails station = Recorded.events(REGISTERED)
                .and(new PriceSet("s1", "92#", new UnitPrice(7_890, "CNY"), holdsFrom, AT), recordedAt)
                .view(model, "s1");

        assertThat(station.prices())
                .containsExactly(new SetPrice("92#", new UnitPrice(7_890, "CNY"), holdsFrom, recordedAt, 1));
    }

    @Test
    void isKeptUnderANameThatStays() {
        assertThat(new StationDetailsModel().name()).isEqualTo("station-details");
    }
}
