package io.jiayou.http.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.http.addresses.AddressRange;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.AddressesUnlisted;
import io.jiayou.security.events.Listing;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AddressListTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    private final AddressList list = new AddressList();

    @Test
    void letsEverybodyInWhileItIsEmpty() {
        assertThat(letsIn("203.0.113.7")).isTrue();
    }

    @Test
    void keepsOutWhomOperationsDenied() {
        listed("203.0.113.0/24", Listing.DENIED);

        assertThat(letsIn("203.0.113.7")).isFalse();
        assertThat(letsIn("198.51.100.7")).isTrue();
    }

    @Test
    void letsOnlyTheAllowedInAsSoonAsThereAreSome() {
        listed("203.0.113.0/24", Listing.ALLOWED);
        listed("2001:db8::/32", Listing.ALLOWED);

        assertThat(letsIn("203.0.113.7")).isTrue();
        assertThat(letsIn("2001:db8::7")).isTrue();
        assertThat(letsIn("198.51.100.7")).isFalse();
    }

    @Test
    void keepsOutAnAllowedAddressThatIsDeniedToo() {
        listed("203.0.113.0/24", Listing.ALLOWED);
        listed("203.0.113.7", Listing.DENIED);

        assertThat(letsIn("203.0.113.7")).isFalse();
        assertThat(letsIn("203.0.113.8")).isTrue();
    }

    @Test
    void forgetsWhatIsTakenOff() {
        listed("203.0.113.0/24", Listing.DENIED);
        list.follow(new AddressesUnlisted("203.0.113.0/24", AT));

        assertThat(letsIn("203.0.113.7")).isTrue();
        assertThat(list.all()).isEmpty();
    }

    @Test
    void takesThisMachineForOneLikeOthers() {
        listed("203.0.113.0/24", Listing.ALLOWED);

        assertThat(letsIn("127.0.0.1")).isFalse();
        assertThat(letsIn("::1")).isFalse();
    }

    @Test
    void tellsBeforehandWhomAnEntryWouldKeepOut() {
        var sender = AddressRange.address("203.0.113.7");

        assertThat(list.wouldLetIn(sender, AddressRange.of("203.0.113.0/24"), Listing.DENIED))
                .isFalse();
        assertThat(list.wouldLetIn(sender, AddressRange.of("198.51.100.0/24"), Listing.ALLOWED))
                .isFalse();
        assertThat(list.wouldLetIn(sender, AddressRange.of("198.51.100.0/24"), Listing.DENIED))
                .isTrue();
        assertThat(list.all()).isEmpty();
    }

    private void listed(String range, Listing listing) {
        list.follow(new AddressesListed(range, listing, null, AT));
    }

    private boolean letsIn(String address) {
        return list.letsIn(AddressRange.address(address));
    }
}
