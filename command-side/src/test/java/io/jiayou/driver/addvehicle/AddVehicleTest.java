package io.jiayou.driver.addvehicle;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.ID;
import static io.jiayou.driver.SomeDriver.PLATE;
import static io.jiayou.driver.SomeDriver.added;
import static io.jiayou.driver.SomeDriver.registered;
import static io.jiayou.driver.SomeDriver.removed;

import io.jiayou.rules.Rule;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddVehicleTest {

    @Test
    void addsAVehicle() {
        given(registered()).when(add(PLATE)).then(added(PLATE));
    }

    @Test
    void addsAVehicleThatWasRemovedBefore() {
        given(registered(), added(PLATE), removed(PLATE)).when(add(PLATE)).then(added(PLATE));
    }

    @Test
    void refusesAVehicleThatIsThere() {
        given(registered(), added(PLATE)).when(add(PLATE)).thenRefused(Rule.VEHICLE_ALREADY_ADDED);
    }

    @Test
    void takesTheTwentiethVehicle() {
        given(withVehicles(19)).when(add(PLATE)).then(added(PLATE));
    }

    @Test
    void refusesTheTwentyFirstVehicle() {
        given(withVehicles(20)).when(add(PLATE)).thenRefused(Rule.TOO_MANY_VEHICLES);
    }

    @Test
    void refusesADriverWhomNobodyRegistered() {
        given().when(add(PLATE)).thenRefused(Rule.DRIVER_UNKNOWN);
    }

    private static Object[] withVehicles(int number) {
        return Stream.concat(
                        Stream.of(registered()),
                        IntStream.range(0, number).mapToObj("沪A%05d"::formatted).map(plate -> added(plate)))
                .toArray();
    }

    private static AddVehicle add(String plate) {
        return new AddVehicle(ID, plate, AT);
    }
}
