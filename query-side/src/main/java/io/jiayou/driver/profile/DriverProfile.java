package io.jiayou.driver.profile;

import io.jiayou.driver.events.IdentifierKind;
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
 */
public record DriverProfile(
        @BsonId String driverId,
        String name,
        @Nullable String phone,
        List<IdentifierKind> knownBy,
        List<Vehicle> vehicles,
        Instant registeredAt,
        long position)
        implements View {

    /** A vehicle by its plate. */
    public record Vehicle(String plate, Instant addedAt) {}

    @Override
    public String id() {
        return driverId;
    }

    DriverProfile with(List<Vehicle> changed, long at) {
        return new DriverProfile(driverId, name, phone, knownBy, List.copyOf(changed), registeredAt, at);
    }
}
