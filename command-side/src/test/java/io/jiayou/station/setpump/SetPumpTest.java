package io.jiayou.station.setpump;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.station.SomeStation.AT;
import static io.jiayou.station.SomeStation.ID;
import static io.jiayou.station.SomeStation.PUMP;
import static io.jiayou.station.SomeStation.pump;
import static io.jiayou.station.SomeStation.registered;

import io.jiayou.rules.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetPumpTest {

    @Test
    void setsAPumpUp() {
        given(registered()).when(set(true, "92#", "95#")).then(pump(true, "92#", "95#"));
    }

    @Test
    void closesAPump() {
        given(registered(), pump(true, "95#")).when(set(false, "95#")).then(pump(false, "95#"));
    }

    @Test
    void changesTheGradesOfAPump() {
        given(registered(), pump(true, "95#")).when(set(true, "98#")).then(pump(true, "98#"));
    }

    @Test
    void takesTheSameSettingsTwiceForOneChange() {
        given(registered(), pump(true, "92#", "95#"))
                .when(set(true, "92#", "95#"))
                .thenNothing();
    }

    @Test
    void looksAtTheNewestSettingsOnly() {
        given(registered(), pump(true, "95#"), pump(false, "95#"))
                .when(set(true, "95#"))
                .then(pump(true, "95#"));
    }

    @Test
    void refusesAStationThatNobodyRegistered() {
        given().when(set(true, "95#")).thenRefused(Rule.STATION_UNKNOWN);
    }

    private static SetPump set(boolean open, String... grades) {
        return new SetPump(ID, PUMP, List.of(grades), open, AT);
    }
}
