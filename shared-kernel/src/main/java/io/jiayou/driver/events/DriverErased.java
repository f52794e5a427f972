package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A driver was erased: the key to all that was personal is destroyed, and nothing more happens to the driver. */
@StoredAs("driver.erased")
public record DriverErased(@Limited(Limit.ID) String driverId, Instant at) implements DriverEvent {}
