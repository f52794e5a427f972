package io.jiayou.driver.events;

import java.time.Instant;

/** What happened to a driver. */
public sealed interface DriverEvent
        permits DriverRegistered, DriverProfileChanged, VehicleAdded, VehicleRemoved, DriverErased {

    String driverId();

    /** When it happened; when it was recorded is the event's own timestamp. */
    Instant at();
}
