package io.jiayou.security.listaddresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.AddressesUnlisted;
import io.jiayou.security.events.Listing;
import io.jiayou.security.events.SecurityEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressListingTest {

    private static final String RANGE = "203.0.113.0/24";
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    private static final AddressesListed DENIED = new AddressesListed(RANGE, Listing.DENIED, "guesses", AT);

    @Test
    void putsARangeOnAList() {
        assertThat(AddressListing.decide(Map.of(), list(RANGE, Listing.DENIED))).containsExactly(DENIED);
    }

    @Test
    void changesNothingTheSecondTime() {
        assertThat(AddressListing.decide(Map.of(RANGE, DENIED), list(RANGE, Listing.DENIED)))
                .isEmpty();
    }

    @Test
    void movesARangeToTheOtherList() {
        assertThat(AddressListing.decide(Map.of(RANGE, DENIED), list(RANGE, Listing.ALLOWED)))
                .containsExactly(new AddressesListed(RANGE, Listing.ALLOWED, "guesses", AT));
    }

    @Test
    void keepsTheNewerReasonOfARange() {
        ListAddresses command = new ListAddresses(SecurityEvent.ADDRESSES, RANGE, Listing.DENIED, "asks too much", AT);

        assertThat(AddressListing.decide(Map.of(RANGE, DENIED), command))
                .containsExactly(new AddressesListed(RANGE, Listing.DENIED, "asks too much", AT));
    }

    @Test
    void takesOffWhatStandsThereAndNothingElse() {
        UnlistAddresses command = new UnlistAddresses(SecurityEvent.ADDRESSES, RANGE, AT);

        assertThat(AddressListing.decide(Map.of(RANGE, DENIED), command))
                .containsExactly(new AddressesUnlisted(RANGE, AT));
        assertThatThrownBy(() -> AddressListing.decide(Map.of(), command))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(Rule.ADDRESSES_NOT_LISTED));
    }

    @Test
    void hasAnEnd() {
        Map<String, AddressesListed> full = new HashMap<>();
        for (int n = 0; n < AddressListing.MOST; n++) {
            full.put("range " + n, DENIED);
        }

        assertThatThrownBy(() -> AddressListing.decide(full, list(RANGE, Listing.DENIED)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(Rule.ADDRESS_LIST_FULL));
        assertThat(AddressListing.decide(full, list("range 7", Listing.ALLOWED)))
                .as("what stands there may become another")
                .hasSize(1);
        full.remove("range 7");
        assertThat(AddressListing.decide(full, list(RANGE, Listing.DENIED)))
                .as("the last one")
                .containsExactly(DENIED);
    }

    private static ListAddresses list(String range, Listing listing) {
        return new ListAddresses(SecurityEvent.ADDRESSES, range, listing, "guesses", AT);
    }
}
