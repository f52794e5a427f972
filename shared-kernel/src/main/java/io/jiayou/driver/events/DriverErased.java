package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** A driver was erased: the key to all that was personal is destroyed, and nothing more happens to the driver. */
@StoredAs("driver.erased")
public record DriverErased(String driverId, Instant at) implements DriverEvent {}
