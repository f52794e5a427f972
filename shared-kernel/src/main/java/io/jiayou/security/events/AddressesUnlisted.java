package io.jiayou.security.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** A range of addresses is on no list any more. */
@StoredAs("security.addresses-unlisted")
public record AddressesUnlisted(String range, Instant at) implements SecurityEvent {

    @Override
    public String subject() {
        return ADDRESSES;
    }
}
