package io.jiayou.driver.removevehicle;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Remove a vehicle. */
public record RemoveVehicle(@TargetAggregateIdentifier String driverId, String plate, Instant at) {}
