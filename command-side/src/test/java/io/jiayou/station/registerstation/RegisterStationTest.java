package io.jiayou.station.registerstation;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.station.SomeStation.AT;
import static io.jiayou.station.SomeStation.ID;
import static io.jiayou.station.SomeStation.described;
import static io.jiayou.station.SomeStation.describedAnew;
import static io.jiayou.station.SomeStation.registered;

import io.jiayou.order.SomeOrder;
import io.jiayou.rules.Rule;
import io.jiayou.station.events.StationRegistered;
import org.junit.jupiter.api.Test;

class RegisterStationTest {

    @Test
    void registersAStation() {
        given().when(register("康健加油站")).then(registered());
    }

    @Test
    void takesTheSameRegistrationTwiceForOne() {
        given(registered())
                .when(new RegisterStation(ID, described("康健加油站"), AT.plusSeconds(60)))
                .thenNothing();
    }

    @Test
    void takesTheSameRegistrationForOneEvenWhenTheStationIsDescribedAnewByNow() {
        given(registered(), describedAnew("康健路加油站")).when(register("康健加油站")).thenNothing();
    }

    @Test
    void refusesAnotherStationUnderTheSameId() {
        given(registered()).when(register("漕宝加油站")).thenRefused(Rule.STATION_ALREADY_REGISTERED);
    }

    @Test
    void refusesAnotherStationEvenWhenItIsWhatTheFirstBecame() {
        given(registered(), describedAnew("漕宝加油站"))
                .when(register("漕宝加油站"))
                .thenRefused(Rule.STATION_ALREADY_REGISTERED);
    }

    @Test
    void refusesTheIdOfSomethingElse() {
        given(SomeOrder.placed())
                .when(new RegisterStation(SomeOrder.ID, described("康健加油站"), AT))
                .thenRefused(Rule.STATION_ALREADY_REGISTERED);
    }

    @Test
    void registersTwoStationsOfOneDescription() {
        given(registered())
                .when(new RegisterStation("station-2", described("康健加油站"), AT))
                .then(new StationRegistered("station-2", described("康健加油站"), AT));
    }

    private static RegisterStation register(String name) {
        return new RegisterStation(ID, described(name), AT);
    }
}
