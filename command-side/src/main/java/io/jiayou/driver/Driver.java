package io.jiayou.driver;

import io.jiayou.driver.events.DriverErased;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.driver.events.VehicleRemoved;
import io.jiayou.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A driver as its events made it.
 *
 * @param registered none before the driver exists
 * @param name as it is now
 * @param phone as it is now, E.164; none for drivers known by something else
 * @param vehicles the driver's vehicles: their numbers by their plates
 * @param vehiclesAdded how many there ever were
 * @param changes the latest changes, as many as a day may have
 * @param erased whether nothing of this is known any more
 */
public record Driver(
        @Nullable DriverRegistered registered,
        @Nullable String name,
        @Nullable String phone,
        Map<String, Integer> vehicles,
        int vehiclesAdded,
        List<Instant> changes,
        boolean erased) {

    /** Far more than anybody needs, and few enough that a driver's history stays readable for years. */
    static final int MOST_CHANGES = 100;

    private static final Duration A_DAY = Duration.ofDays(1);

    /** Before the first event. */
    public static final Driver NONE = new Driver(null, null, null, Map.of(), 0, List.of(), false);

    public Driver evolve(DriverEvent event) {
        return switch (event) {
            case DriverRegistered it -> new Driver(it, it.name(), it.phone(), vehicles, vehiclesAdded, changes, false);
            case DriverProfileChanged it ->
                new Driver(registered, it.name(), it.phone(), vehicles, vehiclesAdded, and(it.at()), erased);
            case VehicleAdded it -> with(vehiclesAnd(it.plate()), vehiclesAdded + 1, it.at());
            case VehicleRemoved it -> with(vehiclesWithout(it), vehiclesAdded, it.at());
            case DriverErased ignored -> new Driver(null, null, null, Map.of(), vehiclesAdded, List.of(), true);
        };
    }

    /** The name, for decisions on a driver who is there. */
    public String knownName() {
        if (name == null) {
            throw new IllegalStateException("a driver without a name");
        }
        return name;
    }

    /** Nothing happens to an erased driver any more. */
    public void requirePresent() {
        Rule.DRIVER_ERASED.require(!erased, "nothing is known of this driver any more");
    }

    /**
     * A driver is changed a bounded number of times within 24 hours. Changes that a clock dated later than now don't count.
     *
     * @throws io.jiayou.rules.RuleViolation TOO_MANY_CHANGES
     */
    public void requireFewChanges(Instant now) {
        long today = changes.stream()
                .filter(at -> at.isAfter(now.minus(A_DAY)) && !at.isAfter(now))
                .count();
        Rule.TOO_MANY_CHANGES.require(
                today < MOST_CHANGES, "a driver is changed at most {0} times a day", MOST_CHANGES);
    }

    private Driver with(Map<String, Integer> changed, int added, Instant at) {
        return new Driver(registered, name, phone, Collections.unmodifiableMap(changed), added, and(at), erased);
    }

    private List<Instant> and(Instant at) {
        return Stream.concat(changes.stream().skip(Math.max(0, changes.size() + 1L - MOST_CHANGES)), Stream.of(at))
                .toList();
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
