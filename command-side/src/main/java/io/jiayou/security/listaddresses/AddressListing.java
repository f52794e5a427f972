package io.jiayou.security.listaddresses;

import io.jiayou.rules.Rule;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.AddressesUnlisted;
import io.jiayou.security.events.SecurityEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What may become of the list of addresses: pure decisions. */
final class AddressListing {

    /** Every request is compared with all of them. */
    static final int MOST = 1_000;

    private AddressListing() {}

    /** Nothing if the range stands there for the same reason. A range stands on one list at a time: the newer. */
    static List<SecurityEvent> decide(Map<String, AddressesListed> listed, ListAddresses command) {
        AddressesListed before = listed.get(command.range());
        if (before != null
                && before.listing() == command.listing()
                && Objects.equals(before.reason(), command.reason())) {
            return List.of();
        }
        Rule.ADDRESS_LIST_FULL.require(before != null || listed.size() < MOST, "at most {0} ranges", MOST);
        return List.of(new AddressesListed(command.range(), command.listing(), command.reason(), command.at()));
    }

    static List<SecurityEvent> decide(Map<String, AddressesListed> listed, UnlistAddresses command) {
        Rule.ADDRESSES_NOT_LISTED.require(listed.containsKey(command.range()), "no entry for exactly this range");
        return List.of(new AddressesUnlisted(command.range(), command.at()));
    }
}
