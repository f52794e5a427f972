package io.jiayou.identity.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/**
 * No more codes are sent to phones for a while: so many were sent within an hour as are paid for.
 *
 * @param budget whose codes are used up; {@link #OF_ALL}
 * @param perHour how many that is
 */
@StoredAs("identity.phone-codes-used-up")
public record PhoneCodesUsedUp(
        @Limited(Limit.CODE) String budget,
        @Limited(Limit.COUNT) int perHour,
        Instant at) implements IdentityEvent {

    /** A stream of its own; no client can choose an id like it. */
    public static final String OF_ALL = "security/phone-codes";

    @Override
    public String subject() {
        return budget;
    }
}
