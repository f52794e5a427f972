package io.jiayou.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnerTest {

    private static final Owner OF_AN_ORDER = Owner.driver("d1").and(Owner.station("s1"));

    @Test
    void isTheDriverAndTheStationOfAnOrder() {
        assertThat(OF_AN_ORDER).isEqualTo(new Owner(Set.of("d1"), Set.of("s1")));
        assertThat(OF_AN_ORDER.isOnly(Somebody.driver("d1"))).isTrue();
        assertThat(OF_AN_ORDER.isOnly(Somebody.attendantOf("s1"))).isTrue();
    }

    @Test
    void isNobodyElse() {
        assertThat(OF_AN_ORDER.isOnly(Somebody.driver("d2"))).isFalse();
        assertThat(OF_AN_ORDER.isOnly(Somebody.attendantOf("s2"))).isFalse();
        assertThat(OF_AN_ORDER.isOnly(Somebody.agent())).isFalse();
    }

    @Test
    void isNotADriverByTheIdOfAStationOrTheOtherWayRound() {
        assertThat(Owner.station("x").isOnly(Somebody.driver("x"))).isFalse();
        assertThat(Owner.driver("x").isOnly(Somebody.attendantOf("x"))).isFalse();
    }

    @Test
    void ofTwoThingsIsOneOnlyIfBothAreTheirs() {
        Owner two = Owner.driver("d1").and(Owner.driver("d2")).and(Owner.station("s1"));

        assertThat(two.isOnly(Somebody.driver("d1"))).isFalse();
        assertThat(two.and(Owner.station("s2")).isOnly(Somebody.attendantOf("s1")))
                .isFalse();
        assertThat(Owner.driver("d1").and(Owner.driver("d1")).isOnly(Somebody.driver("d1")))
                .isTrue();
    }

    @Test
    void ofWhatDoesNotExistIsNobody() {
        assertThat(Owner.NOBODY.isOnly(Somebody.driver("d1"))).isFalse();
        assertThat(Owner.NOBODY.isOnly(Somebody.attendantOf("s1"))).isFalse();
    }

    @Test
    void isNeverADriverWithoutAnIdOrSomebodyWithoutAStation() {
        Caller nameless = new Caller("driver", Role.DRIVER, null, "s1", Set.of(), "s1");
        Caller driverOfStaff = new Caller("a1", Role.MANAGER, "d1", null, Set.of(), "s1");

        assertThat(OF_AN_ORDER.isOnly(nameless)).isFalse();
        assertThat(OF_AN_ORDER.isOnly(driverOfStaff)).isFalse();
    }
}
