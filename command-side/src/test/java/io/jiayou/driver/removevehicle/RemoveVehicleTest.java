package io.jiayou.driver.removevehicle;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.ID;
import static io.jiayou.driver.SomeDriver.PLATE;
import static io.jiayou.driver.SomeDriver.added;
import static io.jiayou.driver.SomeDriver.registered;
import static io.jiayou.driver.SomeDriver.removed;

import io.jiayou.driver.events.VehicleRemoved;
import io.jiayou.rules.Rule;
import org.junit.jupiter.api.Test;

class RemoveVehicleTest {

    private static final String OTHER_PLATE = "沪B54321";

    @Test
    void removesAVehicle() {
        given(registered(), added(PLATE)).when(remove(PLATE)).then(removed(PLATE));
    }

    @Test
    void namesAVehicleByItsNumberAmongAllThatWereAdded() {
        given(registered(), added(PLATE), added(OTHER_PLATE))
                .when(remove(OTHER_PLATE))
                .then(new VehicleRemoved(ID, OTHER_PLATE, 2, AT));
    }

    @Test
    void leavesTheOthers() {
        given(registered(), added(PLATE), added(OTHER_PLATE), removed(PLATE))
                .when(remove(OTHER_PLATE))
                .then(new VehicleRemoved(ID, OTHER_PLATE, 2, AT));
    }

    /** As events of the first revision say it. */
    @Test
    void knowsWhichOneIsGoneThatHadNoNumber() {
        VehicleRemoved before = new VehicleRemoved(ID, PLATE, null, AT);

        given(registered(), added(PLATE), before).when(remove(PLATE)).thenRefused(Rule.VEHICLE_UNKNOWN);
    }

    @Test
    void refusesAVehicleThatWasNeverThere() {
        given(registered(), added(PLATE)).when(remove("沪A54321")).thenRefused(Rule.VEHICLE_UNKNOWN);
    }

    @Test
    void refusesToRemoveAVehicleTwice() {
        given(registered(), added(PLATE), removed(PLATE)).when(remove(PLATE)).thenRefused(Rule.VEHICLE_UNKNOWN);
    }

    @Test
    void refusesADriverWhomNobodyRegistered() {
        given().when(remove(PLATE)).thenRefused(Rule.DRIVER_UNKNOWN);
    }

    private static RemoveVehicle remove(String plate) {
        return new RemoveVehicle(ID, plate, AT);
    }
}
