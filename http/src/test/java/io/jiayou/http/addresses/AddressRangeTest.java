package io.jiayou.http.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.255",
        "203.0.113.77/24, 203.0.113.1",
        "203.0.113.7, 203.0.113.7",
        "0.0.0.0/0, 198.51.100.1",
        "203.0.112.0/23, 203.0.113.200",
        "2001:db8::/32, 2001:db8:ffff::1",
        "2001:db8::7, 2001:db8:0:0:0:0:0:7",
        "203.0.113.0/24, ::ffff:203.0.113.9"
    })
    void holdsWhatBeginsWithItsBits(String range, String address) {
        assertThat(AddressRange.of(range).contains(AddressRange.address(address)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.114.0",
        "203.0.113.7, 203.0.113.8",
        "203.0.113.4/30, 203.0.113.8",
        "0.0.0.0/0, ::1",
        "::/0, 203.0.113.7",
        "2001:db8::/33, 2001:db8:8000::"
    })
    void holdsNothingElse(String range, String address) {
        assertThat(AddressRange.of(range).contains(AddressRange.address(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "localhost",
                "example.org/8",
                "203.0.113.0/33",
                "203.0.113.0/-1",
                "203.0.113.0/",
                "203.0.113.0/2x",
                "203.0.113/24",
                "203.0.113.256",
                "2001:db8::/129",
                "fe80::1%eth0",
                "203.0.113.0/24/8"
            })
    void isNothingElseThanLiteralAddressesAndBits(String text) {
        assertThatThrownBy(() -> AddressRange.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.77/32, 203.0.113.0/24",
        "2001:db8:1:2:3::4, 2001:db8:1:2:0:0:0:0/64, 2001:db8:1:0:0:0:0:0/48"
    })
    void isOneCustomersOrTheNetworkThatMayBeKept(String given, String customer, String network) {
        assertThat(AddressRange.customer(AddressRange.address(given))).hasToString(customer);
        assertThat(AddressRange.network(AddressRange.address(given))).hasToString(network);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77/24, 203.0.113.0/24",
        "203.0.113.7, 203.0.113.7/32",
        "2001:DB8::7/32, 2001:db8:0:0:0:0:0:0/32"
    })
    void isWrittenInOneWay(String given, String written) {
        assertThat(AddressRange.of(given)).hasToString(written);
        assertThat(AddressRange.of(written)).isEqualTo(AddressRange.of(given));
    }
}
