package io.jiayou.driver.erasedriver;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.ID;
import static io.jiayou.driver.SomeDriver.NAME;
import static io.jiayou.driver.SomeDriver.OTHER_ID;
import static io.jiayou.driver.SomeDriver.OTHER_PHONE;
import static io.jiayou.driver.SomeDriver.PHONE;
import static io.jiayou.driver.SomeDriver.PLATE;
import static io.jiayou.driver.SomeDriver.added;
import static io.jiayou.driver.SomeDriver.claimed;
import static io.jiayou.driver.SomeDriver.registered;
import static io.jiayou.driver.SomeDriver.released;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.driver.addvehicle.AddVehicle;
import io.jiayou.driver.changephone.ChangePhone;
import io.jiayou.driver.changeprofile.ChangeProfile;
import io.jiayou.driver.events.DriverErased;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.IdentifierClaimed;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.events.IdentifierReleased;
import io.jiayou.driver.registerdriver.RegisterDriver;
import io.jiayou.driver.removevehicle.RemoveVehicle;
import io.jiayou.driver.setcontact.SetContact;
import io.jiayou.rules.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class EraseDriverTest {

    private static final EraseDriver ERASE = new EraseDriver(ID, AT);
    private static final DriverErased ERASED = new DriverErased(ID, AT);
    private static final String OPENID = "openid-1";
    private static final String CARD = "7034-1";
    private static final DriverRegistered KNOWN = new DriverRegistered(ID, NAME, PHONE, OPENID, CARD, AT);
    private static final IdentifierClaimed PHONE_OF_ID = claimed(ID, PHONE);
    private static final IdentifierClaimed OPENID_OF_ID = claimed(ID, IdentifierKind.OPENID, OPENID);
    private static final IdentifierClaimed CARD_OF_ID = claimed(ID, IdentifierKind.FUEL_CARD, CARD);

    @Test
    void erasesADriverAndFreesThePhoneNumber() {
        given(registered(), claimed(ID, PHONE)).when(ERASE).then(released(ID, PHONE), ERASED);
    }

    @Test
    void freesEverythingThatIdentifiedTheDriver() {
        given(KNOWN, PHONE_OF_ID, OPENID_OF_ID, CARD_OF_ID)
                .when(ERASE)
                .then(free(PHONE_OF_ID), free(OPENID_OF_ID), free(CARD_OF_ID), ERASED);
    }

    @Test
    void letsTheSamePersonComeAgainAsSomebodyNew() {
        given(
                        KNOWN,
                        PHONE_OF_ID,
                        OPENID_OF_ID,
                        CARD_OF_ID,
                        free(PHONE_OF_ID),
                        free(OPENID_OF_ID),
                        free(CARD_OF_ID),
                        ERASED)
                .when(new RegisterDriver(OTHER_ID, NAME, PHONE, OPENID, CARD, AT))
                .then(
                        claimed(OTHER_ID, PHONE),
                        claimed(OTHER_ID, IdentifierKind.OPENID, OPENID),
                        claimed(OTHER_ID, IdentifierKind.FUEL_CARD, CARD),
                        new DriverRegistered(OTHER_ID, NAME, PHONE, OPENID, CARD, AT));
    }

    private static IdentifierReleased free(IdentifierClaimed claim) {
        return new IdentifierReleased(claim.claimId(), ID, AT);
    }

    @Test
    void leavesANumberToWhomItBelongsNow() {
        given(registered(), claimed(ID, PHONE), released(ID, PHONE), claimed(OTHER_ID, PHONE))
                .when(ERASE)
                .then(ERASED);
    }

    @Test
    void changesNothingASecondTime() {
        given(registered(), claimed(ID, PHONE), released(ID, PHONE), ERASED)
                .when(ERASE)
                .thenNothing();
    }

    /** Nobody knows then what to free, and a claim of nobody is free already. */
    @Test
    void erasesADriverWhoseRegistrationIsAnnulled() {
        given(registered(), claimed(ID, PHONE), new AnnulmentConfirmed(0, "e1", ID, 0, "eve", AT))
                .when(ERASE)
                .then(ERASED);
    }

    @Test
    void refusesADriverWhomNobodyKnows() {
        given().when(ERASE).thenRefused(Rule.DRIVER_UNKNOWN);
    }

    @Test
    void nothingMoreHappensToAnErasedDriver() {
        for (Object command : List.of(
                new ChangeProfile(ID, "李丽", AT),
                new SetContact(ID, OTHER_PHONE, AT),
                new ChangePhone(ID, OTHER_PHONE, AT),
                new AddVehicle(ID, "沪A00001", AT),
                new RemoveVehicle(ID, PLATE, AT),
                new RegisterDriver(ID, NAME, PHONE, null, null, AT))) {
            given(registered(), added(PLATE), ERASED).when(command).thenRefused(Rule.DRIVER_ERASED);
        }
    }
}
