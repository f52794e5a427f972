package io.jiayou.driver.setcontact;

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

class SetContactTest {

    @Test
    void claimsTheNewNumberAndReleasesTheOldOneAndProvesNothing() {
        given(claimed(ID, PHONE), registered())
                .when(contact(OTHER_PHONE))
                .then(claimed(ID, OTHER_PHONE), released(ID, PHONE), changed(NAME, OTHER_PHONE));
    }

    @Test
    void takesTheSameNumberTwiceForOneChange() {
        given(claimed(ID, PHONE), registered()).when(contact(PHONE)).thenNothing();
    }

    @Test
    void leavesANumberAloneThatTheDriverHasShown() {
        given(claimed(ID, PHONE), proved(ID, PHONE), registered())
                .when(contact(OTHER_PHONE))
                .thenRefused(Rule.IDENTIFIER_PROVED);
    }

    @Test
    void refusesTheNumberOfAnotherDriver() {
        given(claimed(ID, PHONE), registered(), claimed(OTHER_ID, OTHER_PHONE), registered(OTHER_ID, OTHER_PHONE))
                .when(contact(OTHER_PHONE))
                .thenRefused(Rule.IDENTIFIER_TAKEN);
    }

    @Test
    void givesAFirstNumberToADriverKnownByACard() {
        given(claimed(ID, IdentifierKind.FUEL_CARD, "7034-1"), new DriverRegistered(ID, NAME, null, null, "7034-1", AT))
                .when(contact(PHONE))
                .then(claimed(ID, PHONE), changed(NAME, PHONE));
    }

    @Test
    void refusesADriverWhomNobodyRegistered() {
        given().when(contact(PHONE)).thenRefused(Rule.DRIVER_UNKNOWN);
    }

    private static SetContact contact(String phone) {
        return new SetContact(ID, phone, AT);
    }
}
