package io.jiayou.driver.registerdriver;

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
import io.jiayou.station.SomeStation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisterDriverTest {

    private static final String OPENID = "openid-1";
    private static final String CARD = "7034-1";

    @Test
    void claimsEverythingThatIdentifiesTheDriver() {
        given().when(register(ID, PHONE, OPENID, CARD))
                .then(
                        claimed(ID, IdentifierKind.PHONE, PHONE),
                        claimed(ID, IdentifierKind.OPENID, OPENID),
                        claimed(ID, IdentifierKind.FUEL_CARD, CARD),
                        new DriverRegistered(ID, NAME, PHONE, OPENID, CARD, AT));
    }

    @Test
    void provesWhatTheDriverHasJustShown() {
        given().when(new RegisterDriver(ID, NAME, PHONE, null, null, true, AT))
                .then(claimed(ID, PHONE), proved(ID, PHONE), registered());
    }

    @Test
    void registersSomebodyWhoIsKnownOnlyByACard() {
        given().when(register(ID, null, null, CARD))
                .then(
                        claimed(ID, IdentifierKind.FUEL_CARD, CARD),
                        new DriverRegistered(ID, NAME, null, null, CARD, AT));
    }

    @Test
    void refusesSomebodyWithoutAnyIdentifier() {
        given().when(register(ID, null, null, null)).thenRefused(Rule.DRIVER_NEEDS_AN_IDENTIFIER);
    }

    @Test
    void takesTheSameRegistrationTwiceForOne() {
        given(claimed(ID, PHONE), registered())
                .when(new RegisterDriver(ID, NAME, PHONE, null, null, AT.plusSeconds(60)))
                .thenNothing();
    }

    @Test
    void leavesANumberAloneThatTheDriverHasGivenUpSince() {
        given(
                        claimed(ID, PHONE),
                        registered(),
                        claimed(ID, OTHER_PHONE),
                        released(ID, PHONE),
                        changed(NAME, OTHER_PHONE))
                .when(register(ID, PHONE, null, null))
                .thenNothing();
    }

    @Test
    void takesTheSameRegistrationForOneEvenWhenSomebodyElseHasTheNumberByNow() {
        given(
                        claimed(ID, PHONE),
                        registered(),
                        claimed(ID, OTHER_PHONE),
                        released(ID, PHONE),
                        changed(NAME, OTHER_PHONE),
                        claimed(OTHER_ID, PHONE),
                        registered(OTHER_ID, PHONE))
                .when(register(ID, PHONE, null, null))
                .thenNothing();
    }

    @Test
    void refusesAnotherPersonUnderTheSameId() {
        given(claimed(ID, PHONE), registered())
                .when(register(ID, OTHER_PHONE, null, null))
                .thenRefused(Rule.DRIVER_ALREADY_REGISTERED);
    }

    @Test
    void refusesTheSamePersonUnderAnotherIdByPhone() {
        given(claimed(ID, PHONE), registered())
                .when(register(OTHER_ID, PHONE, OPENID, null))
                .thenRefused(Rule.DRIVER_ALREADY_REGISTERED);
    }

    @Test
    void refusesTheSamePersonUnderAnotherIdByOpenid() {
        given(claimed(ID, IdentifierKind.OPENID, OPENID))
                .when(register(OTHER_ID, PHONE, OPENID, null))
                .thenRefused(Rule.DRIVER_ALREADY_REGISTERED);
    }

    @Test
    void refusesTheSamePersonUnderAnotherIdByCard() {
        given(claimed(ID, IdentifierKind.FUEL_CARD, CARD))
                .when(register(OTHER_ID, null, null, CARD))
                .thenRefused(Rule.DRIVER_ALREADY_REGISTERED);
    }

    @Test
    void tellsIdentifiersOfDifferentKindsApart() {
        given(claimed(ID, IdentifierKind.OPENID, "1234567"))
                .when(register(OTHER_ID, null, null, "1234567"))
                .then(
                        claimed(OTHER_ID, IdentifierKind.FUEL_CARD, "1234567"),
                        new DriverRegistered(OTHER_ID, NAME, null, null, "1234567", AT));
    }

    @Test
    void givesANumberThatWasGivenUpToSomebodyElse() {
        given(claimed(ID, PHONE), released(ID, PHONE))
                .when(register(OTHER_ID, PHONE, null, null))
                .then(claimed(OTHER_ID, PHONE), registered(OTHER_ID, PHONE));
    }

    @Test
    void refusesTheIdOfSomethingElse() {
        given(SomeStation.registered())
                .when(register(SomeStation.ID, PHONE, null, null))
                .thenRefused(Rule.DRIVER_ALREADY_REGISTERED);
    }

    private static RegisterDriver register(
            String driverId, @Nullable String phone, @Nullable String openid, @Nullable String card) {
        return new RegisterDriver(driverId, NAME, phone, openid, card, AT);
    }
}
