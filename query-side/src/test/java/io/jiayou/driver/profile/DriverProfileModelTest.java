package io.jiayou.driver.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.IdentifierClaimed;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.driver.events.VehicleRemoved;
import io.jiayou.driver.profile.DriverProfile.Vehicle;
import io.jiayou.testing.Recorded;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DriverProfileModelTest {

    private static final Instant AT = Instant.parse("2026-02-03T04:05:06.789Z");
    private static final DriverRegistered REGISTERED =
            new DriverRegistered("d1", "Li Wei", "+8613800000001", "openid-1", null, AT);

    private final DriverProfileModel model = new DriverProfileModel();

    @Test
    void beginsWithTheRegistration() {
        DriverProfile profile = Recorded.events(REGISTERED).view(model, "d1");

        assertThat(profile.name()).isEqualTo("Li Wei");
        assertThat(profile.phone()).isEqualTo("+8613800000001");
        assertThat(profile.knownBy()).containsExactly(IdentifierKind.PHONE, IdentifierKind.OPENID);
        assertThat(profile.vehicles()).isEmpty();
        assertThat(profile.registeredAt()).isEqualTo(AT);
    }

    @Test
    void isReadWithTheDriversOwnKey() {
        assertThat(Recorded.events(REGISTERED).view(model, "d1").person()).isEqualTo("d1");
    }

    @Test
    void knowsDriversThatHaveOnlyTheirCard() {
        DriverProfile profile = Recorded.events(new DriverRegistered("d1", "Card 7", null, null, "7", AT))
                .view(model, "d1");

        assertThat(profile.knownBy()).containsExactly(IdentifierKind.FUEL_CARD);
        assertThat(profile.phone()).isNull();
    }

    @Test
    void takesTheNewNameAndPhone() {
        DriverProfile profile = Recorded.events(
                        REGISTERED, new DriverProfileChanged("d1", "Li Na", "+8613800000002", AT))
                .view(model, "d1");

        assertThat(profile.name()).isEqualTo("Li Na");
        assertThat(profile.phone()).isEqualTo("+8613800000002");
        assertThat(profile.registeredAt()).isEqualTo(AT);
    }

    @Test
    void forgetsAPhoneThatWasGivenUp() {
        DriverProfile profile = Recorded.events(REGISTERED, new DriverProfileChanged("d1", "Li Wei", null, AT))
                .view(model, "d1");

        assertThat(profile.phone()).isNull();
        assertThat(profile.knownBy()).containsExactly(IdentifierKind.OPENID);
    }

    @Test
    void listsVehiclesInTheOrderOfTheirAddition() {
        DriverProfile profile = Recorded.events(
                        REGISTERED,
                        new VehicleAdded("d1", "沪A12345", AT),
                        new VehicleAdded("d1", "沪AD12345", AT.plusSeconds(1)),
                        new VehicleAdded("d1", "沪B00001", AT.plusSeconds(2)),
                        new VehicleRemoved("d1", "沪A12345", null, AT.plusSeconds(3)))
                .view(model, "d1");

        assertThat(profile.vehicles())
                .containsExactly(
                        new Vehicle("沪AD12345", 2, AT.plusSeconds(1)), new Vehicle("沪B00001", 3, AT.plusSeconds(2)));
    }

    @Test
    void isNotConcernedByIdentifiersAndOthers() {
        assertThat(model.documentsOf(new IdentifierClaimed("c1", IdentifierKind.PHONE, "d1", AT)))
                .isEmpty();
        assertThat(model.documentsOf("something else")).isEmpty();
        assertThat(model.documentsOf(REGISTERED)).containsExactly("d1");
    }
}
