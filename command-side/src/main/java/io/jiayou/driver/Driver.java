package io.jiayou.driver;

import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.driver.events.VehicleRemoved;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A driver as its events made it.
 *
 * @param registered none before the driver exists
 * @param name as it is now
 * @param phone as it is now, E.164; none for drivers known by something else
 * @param plates of the driver's vehicles
 */
public record Driver(
        @Nullable DriverRegistered registered,
        @Nullable String name,
        @Nullable String phone,
        Set<String> plates) {

    /** Before the first event. */
    public static final Driver NONE = new Driver(null, null, null, Set.of());

    public Driver evolve(DriverEvent event) {
        return switch (event) {
            case DriverRegistered it -> new Driver(it, it.name(), it.phone(), plates);
            case DriverProfileChanged it -> new Driver(registered, it.name(), it.phone(), plates);
            case VehicleAdded it -> new Driver(registered, name, phone, changed(it.plate(), true));
            case VehicleRemoved it -> new Driver(registered, name, phone, changed(it.plate(), false));
        };
    }

    private Set<String> changed(String plate, boolean present) {
        Set<String> copy = new LinkedHashSet<>(plates);
        if (present) {
            copy.add(plate);
        } else {
            copy.remove(plate);
        }
        return Collections.unmodifiableSet(copy);
    }
}
