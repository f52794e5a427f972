package io.jiayou.driver.changephone;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Change a driver's number to one that the driver has just shown; the number given up is free for others.
 *
 * @param phone E.164
 */
public record ChangePhone(@TargetAggregateIdentifier String driverId, String phone, Instant at) {}
