package io.jiayou.driver.erasedriver;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Erase a driver; sending it again changes nothing. */
public record EraseDriver(@TargetAggregateIdentifier String driverId, Instant at) {}
