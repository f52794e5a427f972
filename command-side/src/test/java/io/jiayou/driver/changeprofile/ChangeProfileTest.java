package io.jiayou.driver.changeprofile;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.ID;
import static io.jiayou.driver.SomeDriver.NAME;
import static io.jiayou.driver.SomeDriver.OTHER_ID;
import static io.jiayou.driver.SomeDriver.OTHER_PHONE;
import static io.jiayou.driver.SomeDriver.PHONE;
import static io.jiayou.driver.SomeDriver.changed;
import static io.jiayou.driver.SomeDriver.claimed;
import static io.jiayou.driver.SomeDriver.registered;
import static io.jiayou.driver.SomeDriver.released;

import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.rules.Rule;
import io.jiayou.station.SomeStation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeProfileTest {

    private static final String NEW_NAME = "王晓明";

    @Test
    void changesTheNameAndLeavesTheNumberClaimed() {
        given(claimed(ID, PHONE), registered()).when(change(NEW_NAME, PHONE)).then(changed(NEW_NAME, PHONE));
    }

    @Test
    void claimsTheNewNumberAndReleasesTheOldOne() {
        given(claimed(ID, PHONE), registered())
                .when(change(NAME, OTHER_PHONE))
                .then(claimed(ID, OTHER_PHONE), released(ID, PHONE), changed(NAME, OTHER_PHONE));
    }

    @Test
    void takesBackANumberThatNobodyTookSince() {
        given(
                        claimed(ID, PHONE),
                        registered(),
                        claimed(ID, OTHER_PHONE),
                        released(ID, PHONE),
                        changed(NAME, OTHER_PHONE))
                .when(change(NAME, PHONE))
                .then(claimed(ID, PHONE), released(ID, OTHER_PHONE), changed(NAME, PHONE));
    }

    @Test
    void takesTheSameProfileTwiceForOneChange() {
        given(claimed(ID, PHONE), registered(), changed(NEW_NAME, PHONE))
                .when(change(NEW_NAME, PHONE))
                .thenNothing();
    }

    @Test
    void refusesTheNumberOfAnotherDriver() {
        given(claimed(ID, PHONE), registered(), claimed(OTHER_ID, OTHER_PHONE), registered(OTHER_ID, OTHER_PHONE))
                .when(change(NEW_NAME, OTHER_PHONE))
                .thenRefused(Rule.IDENTIFIER_TAKEN);
    }

    @Test
    void refusesToGiveTheNumberUpWithoutANewOne() {
        given(claimed(ID, PHONE), registered()).when(change(NAME, null)).thenRefused(Rule.DRIVER_NEEDS_AN_IDENTIFIER);
    }

    @Test
    void givesAFirstNumberToADriverKnownByACard() {
        given(claimed(ID, IdentifierKind.FUEL_CARD, "7034-1"), knownByCard())
                .when(change(NAME, PHONE))
                .then(claimed(ID, PHONE), changed(NAME, PHONE));
    }

    @Test
    void changesTheNameOfADriverWithoutANumber() {
        given(knownByCard()).when(change(NEW_NAME, null)).then(new DriverProfileChanged(ID, NEW_NAME, null, AT));
    }

    @Test
    void refusesADriverWhomNobodyRegistered() {
        given().when(change(NAME, PHONE)).thenRefused(Rule.DRIVER_UNKNOWN);
    }

    @Test
    void refusesTheIdOfSomethingElse() {
        given(SomeStation.registered())
                .when(new ChangeProfile(SomeStation.ID, NAME, PHONE, AT))
                .thenRefused(Rule.DRIVER_UNKNOWN);
    }

    private static DriverRegistered knownByCard() {
        return new DriverRegistered(ID, NAME, null, null, "7034-1", AT);
    }

    private static ChangeProfile change(String name, @Nullable String phone) {
        return new ChangeProfile(ID, name, phone, AT);
    }
}
