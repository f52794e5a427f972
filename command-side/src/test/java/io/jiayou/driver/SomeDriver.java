package io.jiayou.driver;

import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.IdentifierClaimed;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.events.IdentifierProved;
import io.jiayou.driver.events.IdentifierReleased;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.driver.events.VehicleRemoved;
import java.time.Instant;

/** What happened to drivers, for tests. */
public final class SomeDriver {

    public static final String ID = "driver-1";
    public static final String OTHER_ID = "driver-2";
    public static final String NAME = "王小明";
    public static final String PHONE = "+8613800138000";
    public static final String OTHER_PHONE = "+8613800138001";
    public static final String PLATE = "沪AD12345";
    public static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
    public static final IdentifierKey KEY = new IdentifierKey(new byte[32]);

    private SomeDriver() {}

    /** With a name and a phone number. */
    public static DriverRegistered registered() {
        return registered(ID, PHONE);
    }

    public static DriverRegistered registered(String driverId, String phone) {
        return new DriverRegistered(driverId, NAME, phone, null, null, AT);
    }

    public static DriverProfileChanged changed(String name, String phone) {
        return new DriverProfileChanged(ID, name, phone, AT);
    }

    /** The driver holds the phone number. */
    public static IdentifierClaimed claimed(String driverId, String phone) {
        return claimed(driverId, IdentifierKind.PHONE, phone);
    }

    public static IdentifierClaimed claimed(String driverId, IdentifierKind kind, String identifier) {
        return new IdentifierClaimed(KEY.claimId(kind, identifier), kind, driverId, AT);
    }

    /** The driver has shown the phone number. */
    public static IdentifierProved proved(String driverId, String phone) {
        return proved(driverId, IdentifierKind.PHONE, phone);
    }

    public static IdentifierProved proved(String driverId, IdentifierKind kind, String identifier) {
        return new IdentifierProved(KEY.claimId(kind, identifier), kind, driverId, AT);
    }

    public static IdentifierReleased released(String driverId, String phone) {
        return new IdentifierReleased(KEY.claimId(IdentifierKind.PHONE, phone), driverId, AT);
    }

    public static VehicleAdded added(String plate) {
        return new VehicleAdded(ID, plate, AT);
    }

    public static VehicleRemoved removed(String plate) {
        return new VehicleRemoved(ID, plate, 1, AT);
    }
}
