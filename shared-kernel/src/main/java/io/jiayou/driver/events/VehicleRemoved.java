package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.personal.Personal;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle was removed from a driver.
 *
 * @param vehicle which one: the driver's first vehicle was 1, and no number is given twice. Sealed plates can't be compared.
 *     None in revision 1, where the plate says it
 */
@StoredAs(value = "driver.vehicle-removed", revision = 2)
public record VehicleRemoved(
        @Limited(Limit.ID) String driverId,
        @Personal @Limited(Limit.PLATE) String plate,
        @Limited(Limit.COUNT) @Nullable Integer vehicle,
        Instant at)
        implements DriverEvent {}
