package io.jiayou.access;

import java.util.HashSet;
import java.util.Set;

/**
 * Whose something is.
 *
 * @param drivers the ids of all drivers it concerns; empty if it concerns none
 * @param stations the ids of all stations it concerns
 */
public record Owner(Set<String> drivers, Set<String> stations) {

    /** Of what doesn't exist, or belongs to nobody. */
    public static final Owner NOBODY = new Owner(Set.of(), Set.of());

    public Owner {
        drivers = Set.copyOf(drivers);
        stations = Set.copyOf(stations);
    }

    public static Owner driver(String driverId) {
        return new Owner(Set.of(driverId), Set.of());
    }

    public static Owner station(String stationId) {
        return new Owner(Set.of(), Set.of(stationId));
    }

    /** Whose two things are together. */
    public Owner and(Owner other) {
        return new Owner(union(drivers, other.drivers), union(stations, other.stations));
    }

    /** Whether all of it is the caller's: a driver's own, or of the station that anybody else belongs to. */
    public boolean isOnly(Caller caller) {
        return caller.role() == Role.DRIVER
                ? caller.driverId() != null && drivers.equals(Set.of(caller.driverId()))
                : caller.stationId() != null && stations.equals(Set.of(caller.stationId()));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }
}
