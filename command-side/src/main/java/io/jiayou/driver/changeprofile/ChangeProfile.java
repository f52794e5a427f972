package io.jiayou.driver.changeprofile;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Change a driver's name and phone number; the number given up is free for others.
 *
 * @param phone E.164; none only for drivers who never had one
 */
public record ChangeProfile(
        @TargetAggregateIdentifier String driverId,
        String name,
        @Nullable String phone,
        Instant at) {}
