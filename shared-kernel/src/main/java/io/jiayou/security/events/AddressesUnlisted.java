package io.jiayou.security.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** A range of addresses is on no list any more. */
@StoredAs("security.addresses-unlisted")
public record AddressesUnlisted(@Limited(Limit.NETWORK) String range, Instant at) implements SecurityEvent {

    @Override
    public String subject() {
        return ADDRESSES;
    }
}
