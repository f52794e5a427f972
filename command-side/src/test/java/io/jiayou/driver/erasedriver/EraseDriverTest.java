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

import io.jiayou.driver.addvehicle.AddVehicle;
import io.jiayou.driver.changephone.ChangePhone;
import io.jiayou.driver.changeprofile.ChangeProfile;
import io.jiayou.driver.events.DriverErased;
import io.jiayou.driver.registerdriver.RegisterDriver;
import io.jiayou.driver.removevehicle.RemoveVehicle;
import io.jiayou.driver.setcontact.SetContact;
import io.jiayou.rules.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class EraseDriverTest {

    private static final EraseDriver ERASE = new EraseDriver(ID, AT);
    private static final DriverErased ERASED = new DriverErased(ID, AT);

    @Test
    void erasesADriverAndFreesThePhoneNumber() {
        given(registered(), claimed(ID, PHONE)).when(ERASE).then(released(ID, PHONE), ERASED);
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
