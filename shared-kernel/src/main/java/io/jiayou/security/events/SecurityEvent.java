package io.jiayou.security.events;

import java.time.Instant;

/**
 * What happened at the border of the system. Events are kept for ever, and an address is personal data: they hold the
 * network of an address (24 bits of IPv4, 48 of IPv6), but for ranges that operations entered.
 */
public sealed interface SecurityEvent
        permits AddressesListed, AddressesUnlisted, RefusalsCounted, DataExported, TaskFellSilent {

    /** The stream of the list of addresses; no client can choose an id like it. */
    String ADDRESSES = "security/addresses";

    /** The stream that the event stands in. */
    String subject();

    /** When it happened; when it was recorded is the event's own timestamp. */
    Instant at();
}
