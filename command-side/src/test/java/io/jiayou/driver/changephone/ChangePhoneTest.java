package io.jiayou.driver.changephone;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.ID;
import static io.jiayou.driver.SomeDriver.NAME;
import static io.jiayou.driver.SomeDriver.OTHER_ID;
import static io.jiayou.driver.SomeDriver.OTHER_PHONE;
import static io.jiayou.driver.SomeDriver.PHONE;
import static io.jiayou.driver.SomeDriver.changed;
import static io.jiayou.driver.SomeDriver.claimed;
import static io.jiayou.driver.SomeDriver.proved;
import static io.jiayou.driver.SomeDriver.registered;
import static io.jiayou.driver.SomeDriver.released;

import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.rules.Rule;
import org.junit.jupiter.api.Test;

class ChangePhoneTest {

    @Test
    void claimsAndProvesTheNewNumberAndReleasesTheOldOne() {
        given(claimed(ID, PHONE), proved(ID, PHONE), registered())
                .when(change(OTHER_PHONE))
                .then(
                        claimed(ID, OTHER_PHONE),
                        proved(ID, OTHER_PHONE),
                        released(ID, PHONE),
                        changed(NAME, OTHER_PHONE));
    }

    @Test
    void provesANumberThatWasAContact() {
        given(claimed(ID, PHONE), registered()).when(change(PHONE)).then(proved(ID, PHONE));
    }

    @Test
    void takesTheSameNumberTwiceForOneChange() {
        given(claimed(ID, PHONE), proved(ID, PHONE), registered())
                .when(change(PHONE))
                .thenNothing();
    }

    @Test
    void refusesTheNumberOfAnotherDriver() {
        given(claimed(ID, PHONE), registered(), claimed(OTHER_ID, OTHER_PHONE), proved(OTHER_ID, OTHER_PHONE))
                .when(change(OTHER_PHONE))
                .thenRefused(Rule.IDENTIFIER_TAKEN);
    }

    @Test
    void givesAFirstNumberToADriverKnownByAnOpenid() {
        given(
                        claimed(ID, IdentifierKind.OPENID, "openid-1"),
                        new DriverRegistered(ID, NAME, null, "openid-1", null, AT))
                .when(change(PHONE))
                .then(claimed(ID, PHONE), proved(ID, PHONE), changed(NAME, PHONE));
    }

    @Test
    void refusesADriverWhomNobodyRegistered() {
        given().when(change(PHONE)).thenRefused(Rule.DRIVER_UNKNOWN);
    }

    private static ChangePhone change(String phone) {
        return new ChangePhone(ID, phone, AT);
    }
}
