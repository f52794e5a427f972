package io.jiayou.driver.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.jiayou.audit.personal.OfPerson;
import io.jiayou.audit.personal.Opened;
import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.driver.events.VehicleRemoved;
import io.jiayou.readmodel.View;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A driver with vehicles. Of the WeChat openid and the fuel card only their presence is kept: nobody reads them here.
 *
 * @param phone E.164
 * @param knownBy what the driver can be recognised by
 * @param vehicles in the order in which they were added
 * @param vehiclesAdded how many there ever were, which numbers the next one; see {@link VehicleRemoved#vehicle}
 * @param erasedAt when what is personal was made unreadable; absent for a driver who isn't erased
 * @param position of the last event of the driver that is taken in
 */
public record DriverProfile(
        @BsonId String driverId,

        @Opened(
                from = {DriverRegistered.class, DriverProfileChanged.class},
                field = "name")
        String name,

        @Opened(
                from = {DriverRegistered.class, DriverProfileChanged.class},
                field = "phone")
        @Nullable
        String phone,

        List<IdentifierKind> knownBy,
        List<Vehicle> vehicles,
        @JsonIgnore int vehiclesAdded,
        Instant registeredAt,
        @Nullable Instant erasedAt,
        long position)
        implements View, OfPerson {

    /**
     * A vehicle.
     *
     * @param number by which it's removed again: of the vehicles that the driver ever had
     */
    public record Vehicle(
            @Opened(from = VehicleAdded.class, field = "plate")
            String plate,

            @JsonIgnore int number,
            Instant addedAt) {}

    @Override
    public String person() {
        return driverId;
    }

    @Override
    public String id() {
        return driverId;
    }

    DriverProfile with(List<Vehicle> changed, int added, long at) {
        return new DriverProfile(
                driverId, name, phone, knownBy, List.copyOf(changed), added, registeredAt, erasedAt, at);
    }
}
