package io.jiayou.driver.changeprofile;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.ID;
import static io.jiayou.driver.SomeDriver.NAME;
import static io.jiayou.driver.SomeDriver.PHONE;
import static io.jiayou.driver.SomeDriver.changed;
import static io.jiayou.driver.SomeDriver.claimed;
import static io.jiayou.driver.SomeDriver.registered;

import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.rules.Rule;
import io.jiayou.station.SomeStation;
import org.junit.jupiter.api.Test;

class ChangeProfileTest {

    private static final String NEW_NAME = "王晓明";

    @Test
    void changesTheNameAndLeavesTheNumberAlone() {
        given(claimed(ID, PHONE), registered()).when(change(NEW_NAME)).then(changed(NEW_NAME, PHONE));
    }

    @Test
    void takesTheSameNameTwiceForOneChange() {
        given(claimed(ID, PHONE), registered(), changed(NEW_NAME, PHONE))
                .when(change(NEW_NAME))
                .thenNothing();
    }

    @Test
    void changesTheNameOfADriverWithoutANumber() {
        given(new DriverRegistered(ID, NAME, null, null, "7034-1", AT))
                .when(change(NEW_NAME))
                .then(new DriverProfileChanged(ID, NEW_NAME, null, AT));
    }

    @Test
    void refusesADriverWhomNobodyRegistered() {
        given().when(change(NAME)).thenRefused(Rule.DRIVER_UNKNOWN);
    }

    @Test
    void refusesTheIdOfSomethingElse() {
        given(SomeStation.registered())
                .when(new ChangeProfile(SomeStation.ID, NAME, AT))
                .thenRefused(Rule.DRIVER_UNKNOWN);
    }

    private static ChangeProfile change(String name) {
        return new ChangeProfile(ID, name, AT);
    }
}
