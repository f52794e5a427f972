package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.personal.Personal;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
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
        @Limited(Limit.ID) String driverId,
        @Personal @Limited(Limit.PERSON) String name,
        @Personal @Limited(Limit.PHONE) @Nullable String phone,
        @Personal @Limited(Limit.OPENID) @Nullable String openid,
        @Personal @Limited(Limit.NUMBER) @Nullable String fuelCard,
        Instant at)
        implements DriverEvent {}
