package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A driver's name or phone number changed; both stand here as they are now.
 *
 * @param phone E.164
 */
@StoredAs("driver.profile-changed")
public record DriverProfileChanged(
        String driverId, String name, @Nullable String phone, Instant at) implements DriverEvent {}
