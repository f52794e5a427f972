package io.jiayou.station.describestation;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.station.SomeStation.AT;
import static io.jiayou.station.SomeStation.ID;
import static io.jiayou.station.SomeStation.closed;
import static io.jiayou.station.SomeStation.described;
import static io.jiayou.station.SomeStation.describedAnew;
import static io.jiayou.station.SomeStation.registered;

import io.jiayou.rules.Rule;
import org.junit.jupiter.api.Test;

class DescribeStationTest {

    @Test
    void replacesTheDescription() {
        given(registered()).when(describe("康健路加油站")).then(describedAnew("康健路加油站"));
    }

    @Test
    void describesAClosedStation() {
        given(registered(), closed()).when(describe("康健路加油站")).then(describedAnew("康健路加油站"));
    }

    @Test
    void takesTheSameDescriptionForNoChange() {
        given(registered()).when(describe("康健加油站")).thenNothing();
    }

    @Test
    void takesTheSameDescriptionTwiceForOneChange() {
        given(registered(), describedAnew("康健路加油站")).when(describe("康健路加油站")).thenNothing();
    }

    @Test
    void goesBackToTheFirstDescription() {
        given(registered(), describedAnew("康健路加油站")).when(describe("康健加油站")).then(describedAnew("康健加油站"));
    }

    @Test
    void refusesAStationThatNobodyRegistered() {
        given().when(describe("康健加油站")).thenRefused(Rule.STATION_UNKNOWN);
    }

    private static DescribeStation describe(String name) {
        return new DescribeStation(ID, described(name), AT);
    }
}
