package io.jiayou.driver.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.driver.events.VehicleRemoved;
import io.jiayou.testing.Recorded;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DriverVehiclesTest {

    private static final Instant AT = Instant.parse("2026-02-03T04:05:06.789Z");
    private static final DriverRegistered REGISTERED = new DriverRegistered("d1", "Li Wei", null, "openid-1", null, AT);

    private final DriverProfileModel model = new DriverProfileModel();

    /** Plates are sealed, and one may come back under another seal: the number says which vehicle it was. */
    @Test
    void goByTheirNumberWhateverTheirPlateSays() {
        DriverProfile profile = Recorded.events(
                        REGISTERED,
                        new VehicleAdded("d1", "沪A12345", AT),
                        new VehicleAdded("d1", "沪B00001", AT),
                        new VehicleRemoved("d1", "sealed anew", 2, AT))
                .view(model, "d1");

        assertThat(profile.vehicles()).extracting(DriverProfile.Vehicle::plate).containsExactly("沪A12345");
    }

    @Test
    void belongToADriverWhoIsKnownByAPhoneFromThenOn() {
        DriverProfile profile = Recorded.events(
                        REGISTERED, new DriverProfileChanged("d1", "Li Wei", "+8613800000002", AT))
                .view(model, "d1");

        assertThat(profile.knownBy()).containsExactly(IdentifierKind.PHONE, IdentifierKind.OPENID);
    }

    @Test
    void areKeptUnderANameThatStays() {
        assertThat(model.name()).isEqualTo("driver-profile");
    }
}
