package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.personal.Personal;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A vehicle was added to a driver. */
@StoredAs("driver.vehicle-added")
public record VehicleAdded(
        @Limited(Limit.ID) String driverId,
        @Personal @Limited(Limit.PLATE) String plate,
        Instant at) implements DriverEvent {}
