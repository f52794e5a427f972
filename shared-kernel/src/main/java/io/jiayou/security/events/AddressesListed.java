package io.jiayou.security.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Operations let a range of addresses in, or keep it out.
 *
 * @param range CIDR, {@code 203.0.113.0/24} or {@code 2001:db8::/32}
 * @param listing whether they are let in or kept out
 * @param reason for those who read the list later; none where nobody gave one
 * @param at when it was listed
 */
@StoredAs("security.addresses-listed")
public record AddressesListed(
        @Limited(Limit.NETWORK) String range,
        Listing listing,
        @Limited(Limit.REASON) @Nullable String reason,
        Instant at)
        implements SecurityEvent {

    @Override
    public String subject() {
        return ADDRESSES;
    }
}
