package io.jiayou.security.listaddresses;

import static io.jiayou.command.Scenario.given;

import io.jiayou.identity.events.AccountClosed;
import io.jiayou.identity.record.RecordIdentity;
import io.jiayou.rules.Rule;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.AddressesUnlisted;
import io.jiayou.security.events.DataExported;
import io.jiayou.security.events.Listing;
import io.jiayou.security.events.SecurityEvent;
import io.jiayou.security.record.RecordSecurity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The list of addresses as its events make it, and what is only written down. */
class ListAddressesTest {

    private static final String RANGE = "203.0.113.0/24";
    private static final String OTHER = "198.51.100.0/24";
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void beginsWithTheFirstRange() {
        given().when(list(RANGE)).then(listed(RANGE));
    }

    @Test
    void keepsARangeBesideOthers() {
        given(listed(RANGE), listed(OTHER)).when(list(RANGE)).thenNothing();
        given(listed(RANGE), listed(OTHER)).when(list(OTHER)).thenNothing();
    }

    @Test
    void takesARangeOff() {
        given(listed(RANGE), listed(OTHER)).when(unlist(RANGE)).then(unlisted(RANGE));
        given(listed(RANGE), listed(OTHER), unlisted(RANGE)).when(list(OTHER)).thenNothing();
    }

    @Test
    void refusesToTakeARangeOffTwice() {
        given(listed(RANGE), unlisted(RANGE)).when(unlist(RANGE)).thenRefused(Rule.ADDRESSES_NOT_LISTED);
    }

    @Test
    void isNotChangedByWhatElseIsWrittenDownOfTheBorder() {
        DataExported export = new DataExported("a1", "GET /api/audit/export", AT);

        given(export).when(new RecordSecurity(export.subject(), export)).then(export);
    }

    @Test
    void isNotChangedByWhatHappensToAccounts() {
        AccountClosed closed = new AccountClosed("a1", AT);

        given(listed(RANGE)).when(new RecordIdentity("a1", closed)).then(closed);
    }

    private static ListAddresses list(String range) {
        return new ListAddresses(SecurityEvent.ADDRESSES, range, Listing.DENIED, "guesses", AT);
    }

    private static UnlistAddresses unlist(String range) {
        return new UnlistAddresses(SecurityEvent.ADDRESSES, range, AT);
    }

    private static AddressesListed listed(String range) {
        return new AddressesListed(range, Listing.DENIED, "guesses", AT);
    }

    private static AddressesUnlisted unlisted(String range) {
        return new AddressesUnlisted(range, AT);
    }
}
