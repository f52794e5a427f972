package io.jiayou.driver;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.ID;
import static io.jiayou.driver.SomeDriver.OTHER_PHONE;
import static io.jiayou.driver.SomeDriver.PHONE;
import static io.jiayou.driver.SomeDriver.PLATE;
import static io.jiayou.driver.SomeDriver.added;
import static io.jiayou.driver.SomeDriver.changed;
import static io.jiayou.driver.SomeDriver.claimed;
import static io.jiayou.driver.SomeDriver.registered;

import io.jiayou.driver.addvehicle.AddVehicle;
import io.jiayou.driver.changeprofile.ChangeProfile;
import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.removevehicle.RemoveVehicle;
import io.jiayou.driver.setcontact.SetContact;
import io.jiayou.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A driver whose profile was changed again and again. */
class ChangeLimitTest {

    @Test
    void refusesTheHundredAndFirstChangeOfADay() {
        for (Object command : List.of(
                new ChangeProfile(ID, "李丽", AT),
                new SetContact(ID, OTHER_PHONE, AT),
                new AddVehicle(ID, "沪A00001", AT),
                new RemoveVehicle(ID, PLATE, AT))) {
            given(changedTimes(99, AT)).when(command).thenRefused(Rule.TOO_MANY_CHANGES);
        }
    }

    @Test
    void takesTheHundredth() {
        given(changedTimes(98, AT)).when(new ChangeProfile(ID, "李丽", AT)).then(changed("李丽", PHONE));
    }

    @Test
    void takesMoreADayLater() {
        Instant later = AT.plus(Duration.ofDays(1));

        given(changedTimes(150, AT))
                .when(new ChangeProfile(ID, "李丽", later))
                .then(new DriverProfileChanged(ID, "李丽", PHONE, later));
    }

    @Test
    void countsNothingThatAClockDatedLater() {
        given(changedTimes(150, AT.plus(Duration.ofDays(365))))
                .when(new ChangeProfile(ID, "李丽", AT.plusSeconds(1)))
                .then(new DriverProfileChanged(ID, "李丽", PHONE, AT.plusSeconds(1)));
    }

    /** One vehicle, and so many other names. */
    private static Object[] changedTimes(int times, Instant at) {
        List<Object> history = new ArrayList<>(List.of(claimed(ID, PHONE), registered(), added(PLATE)));
        for (int n = 0; n < times; n++) {
            history.add(new DriverProfileChanged(ID, "name " + n, PHONE, at));
        }
        return history.toArray();
    }
}
