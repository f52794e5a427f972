package io.jiayou.driver.registerdriver;

import io.jiayou.driver.events.DriverRegistered;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Register a driver under at least one identifier; sending the same registration twice is one driver.
 *
 * @param phone E.164
 * @param openid the driver's id towards our mini-program
 * @param fuelCard a card's number, for drivers known only by their card
 * @param shown whether the driver has just shown the phone or the openid; else they are contacts, which log nobody in
 */
public record RegisterDriver(
        @TargetAggregateIdentifier String driverId,
        String name,
        @Nullable String phone,
        @Nullable String openid,
        @Nullable String fuelCard,
        boolean shown,
        Instant at) {

    /** Somebody else registers the driver. */
    public RegisterDriver(
            String driverId,
            String name,
            @Nullable String phone,
            @Nullable String openid,
            @Nullable String fuelCard,
            Instant at) {
        this(driverId, name, phone, openid, fuelCard, false, at);
    }

    DriverRegistered registered() {
        return new DriverRegistered(driverId, name, phone, openid, fuelCard, at);
    }

    boolean isRepeatedBy(DriverRegistered before) {
        return new DriverRegistered(driverId, name, phone, openid, fuelCard, before.at()).equals(before);
    }
}
