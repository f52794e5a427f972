package io.jiayou.driver.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.personal.Personal;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A driver's name or phone number changed; both stand here as they are now.
 *
 * @param phone E.164
 */
@StoredAs("driver.profile-changed")
public record DriverProfileChanged(
        @Limited(Limit.ID) String driverId,
        @Personal @Limited(Limit.PERSON) String name,
        @Personal @Limited(Limit.PHONE) @Nullable String phone,
        Instant at)
        implements DriverEvent {}
