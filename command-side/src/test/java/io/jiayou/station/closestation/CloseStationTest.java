package io.jiayou.station.closestation;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.station.SomeStation.AT;
import static io.jiayou.station.SomeStation.ID;
import static io.jiayou.station.SomeStation.closed;
import static io.jiayou.station.SomeStation.opened;
import static io.jiayou.station.SomeStation.registered;

import io.jiayou.rules.Rule;
import io.jiayou.station.events.StationClosed;
import org.junit.jupiter.api.Test;

class CloseStationTest {

    @Test
    void closesAStationForAReason() {
        given(registered()).when(new CloseStation(ID, "油罐检修", AT)).then(new StationClosed(ID, "油罐检修", AT));
    }

    @Test
    void closesAStationAgain() {
        given(registered(), closed(), opened()).when(close()).then(closed());
    }

    @Test
    void refusesAStationThatIsClosed() {
        given(registered(), closed()).when(close()).thenRefused(Rule.STATION_ALREADY_CLOSED);
    }

    @Test
    void refusesAStationThatNobodyRegistered() {
        given().when(close()).thenRefused(Rule.STATION_UNKNOWN);
    }

    private static CloseStation close() {
        return new CloseStation(ID, null, AT);
    }
}
