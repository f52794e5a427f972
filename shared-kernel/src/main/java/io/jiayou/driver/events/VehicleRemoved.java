package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** A vehicle was removed from a driver. */
@StoredAs("driver.vehicle-removed")
public record VehicleRemoved(String driverId, String plate, Instant at) implements DriverEvent {}
