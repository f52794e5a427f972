package io.jiayou.driver.setcontact;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Set the number under which a driver is reached, who hasn't shown one; the number given up is free for others.
 *
 * @param phone E.164
 */
public record SetContact(@TargetAggregateIdentifier String driverId, String phone, Instant at) {}
