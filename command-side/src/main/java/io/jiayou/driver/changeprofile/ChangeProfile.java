package io.jiayou.driver.changeprofile;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Change a driver's name. */
public record ChangeProfile(@TargetAggregateIdentifier String driverId, String name, Instant at) {}
