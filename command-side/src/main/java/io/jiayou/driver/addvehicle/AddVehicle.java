package io.jiayou.driver.addvehicle;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Add a vehicle; the plate is in its normal form. */
public record AddVehicle(@TargetAggregateIdentifier String driverId, String plate, Instant at) {}
