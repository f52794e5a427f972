package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.personal.Personal;
import java.time.Instant;

/** A vehicle was added to a driver. */
@StoredAs("driver.vehicle-added")
public record VehicleAdded(String driverId, @Personal String plate, Instant at) implements DriverEvent {}
