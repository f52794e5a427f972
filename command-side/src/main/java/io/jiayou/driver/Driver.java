package io.jiayou.driver;

import io.jiayou.driver.events.DriverErased;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.driver.events.VehicleRemoved;
import io.jiayou.rules.Rule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A driver as its events made it.
 *
 * @param registered none before the driver exists
 * @param name as it is now
 * @param phone as it is now, E.164; none for drivers known by something else
 * @param vehicles the driver's vehicles: their numbers by their plates
 * @param vehiclesAdded how many there ever were
 * @param erased whether nothing of this is known any more
 */
public record Driver(
        @Nullable DriverRegistered registered,
        @Nullable String name,
        @Nullable String phone,
        Map<String, Integer> vehicles,
        int vehiclesAdded,
        boolean erased) {

    /** Before the first event. */
    public static final Driver NONE = new Driver(null, null, null, Map.of(), 0, false);

    public Driver evolve(DriverEvent event) {
        return switch (event) {
            case DriverRegistered it -> new Driver(it, it.name(), it.phone(), vehicles, vehiclesAdded, false);
            case DriverProfileChanged it ->
                new Driver(registered, it.name(), it.phone(), vehicles, vehiclesAdded, erased);
            case VehicleAdded it -> with(vehiclesAnd(it.plate()), vehiclesAdded + 1);
            case VehicleRemoved it -> with(vehiclesWithout(it), vehiclesAdded);
            case DriverErased ignored -> new Driver(null, null, null, Map.of(), vehiclesAdded, true);
        };
    }

    /** Nothing happens to an erased driver any more. */
    public void requirePresent() {
        Rule.DRIVER_ERASED.require(!erased, "nothing is known of this driver any more");
    }

    private Driver with(Map<String, Integer> changed, int added) {
        return new Driver(registered, name, phone, Collections.unmodifiableMap(changed), added, erased);
    }

    private Map<String, Integer> vehiclesAnd(String plate) {
        Map<String, Integer> changed = new LinkedHashMap<>(vehicles);
        changed.put(plate, vehiclesAdded + 1);
        return changed;
    }

    private Map<String, Integer> vehiclesWithout(VehicleRemoved event) {
        Map<String, Integer> changed = new LinkedHashMap<>(vehicles);
        Integer number = event.vehicle();
        if (number == null) {
            changed.remove(event.plate());
        } else {
            changed.values().remove(number);
        }
        return changed;
    }
}
