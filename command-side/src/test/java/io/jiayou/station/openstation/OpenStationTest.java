package io.jiayou.station.openstation;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.station.SomeStation.AT;
import static io.jiayou.station.SomeStation.ID;
import static io.jiayou.station.SomeStation.closed;
import static io.jiayou.station.SomeStation.opened;
import static io.jiayou.station.SomeStation.registered;

import io.jiayou.rules.Rule;
import org.junit.jupiter.api.Test;

class OpenStationTest {

    @Test
    void opensAClosedStation() {
        given(registered(), closed()).when(open()).then(opened());
    }

    @Test
    void refusesAStationThatIsOpenSinceItsRegistration() {
        given(registered()).when(open()).thenRefused(Rule.STATION_ALREADY_OPEN);
    }

    @Test
    void refusesAStationThatWasOpenedAgain() {
        given(registered(), closed(), opened()).when(open()).thenRefused(Rule.STATION_ALREADY_OPEN);
    }

    @Test
    void refusesAStationThatNobodyRegistered() {
        given().when(open()).thenRefused(Rule.STATION_UNKNOWN);
    }

    private static OpenStation open() {
        return new OpenStation(ID, AT);
    }
}
