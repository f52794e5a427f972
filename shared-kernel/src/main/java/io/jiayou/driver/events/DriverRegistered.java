package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.personal.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A driver was registered under at least one identifier.
 *
 * @param phone E.164
 * @param openid the driver's id towards our WeChat mini-program
 * @param fuelCard the number of a fuel card, for drivers known only by their card
 */
@StoredAs("driver.registered")
public record DriverRegistered(
        String driverId,
        @Personal String name,
        @Personal @Nullable String phone,
        @Personal @Nullable String openid,
        @Personal @Nullable String fuelCard,
        Instant at)
        implements DriverEvent {}
