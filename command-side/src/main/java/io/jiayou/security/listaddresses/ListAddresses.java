package io.jiayou.security.listaddresses;

import io.jiayou.security.events.Listing;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Let a range of addresses in, or keep it out.
 *
 * @param list {@link io.jiayou.security.events.SecurityEvent#ADDRESSES}
 * @param range CIDR, as {@code AddressRange} writes it
 */
public record ListAddresses(
        @TargetAggregateIdentifier String list,
        String range,
        Listing listing,
        @Nullable String reason,
        Instant at) {}
