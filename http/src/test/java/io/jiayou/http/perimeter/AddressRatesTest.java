package io.jiayou.http.perimeter;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.http.addresses.AddressRange;
import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.http.bounds.Machine;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressRatesTest {

    private final AddressRates rates = new AddressRates(
            "logins",
            Bound.LOGINS_PER_ADDRESS,
            Bounds.of(new Machine(512L << 20, 2), Map.of(Bound.LOGINS_PER_ADDRESS, 10L)),
            () -> 0);

    @Test
    void giveAnIpv6NetworkOf48BitsFourTimesAsMuchHoweverManyNetworksAreInIt() {
        int passed = 0;
        for (int n = 0; n < 10_000; n++) {
            passed += passes("2001:db8:1:%x::1".formatted(n)) ? 1 : 0;
        }

        assertThat(passed).isEqualTo(40);
        assertThat(passes("2001:db8:2::1")).isTrue();
    }

    @Test
    void countIpv4AddressesEachForItself() {
        for (int n = 0; n < 200; n++) {
            assertThat(passes("203.0.113." + n)).isTrue();
        }
    }

    @Test
    void tellHowAnAddressStandsUntilItsNetworkIsRefused() {
        assertThat(standing("2001:db8:3::1")).isEqualTo(new Standing("logins", 10, 9, ofSeconds(6), ofSeconds(-54)));

        for (int n = 1; n < 40; n++) {
            standing("2001:db8:3:%x::1".formatted(n));
        }

        assertThat(standing("2001:db8:3::1").isRefused()).isTrue();
        assertThat(standing("2001:db8:3::1").quota()).isEqualTo(40);
    }

    private Standing standing(String address) {
        return rates.count(AddressRange.address(address)).orElseThrow();
    }

    private boolean passes(String address) {
        return rates.count(AddressRange.address(address))
                .filter(Standing::isRefused)
                .isEmpty();
    }
}
