package io.jiayou.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @CsvSource({
        "13800138000, +8613800138000",
        "+8613800138000, +8613800138000",
        "+86 138-0013-8000, +8613800138000",
        "138 0013 8000, +8613800138000",
        "8613800138000, +8613800138000",
        "008613800138000, +8613800138000",
        "'00 86 138-0013-8000', +8613800138000",
        "00420 212 345 678, +420212345678",
        "１３８００１３８０００, +8613800138000",
        "＋８６　１３８－００１３－８０００, +8613800138000",
        "138\u00A00013\u20118000, +8613800138000",
        "\u202D13800138000\u202C, +8613800138000",
        "\uFEFF138\u200B0013\u200B8000, +8613800138000",
        "+1 (212) 555-0100, +12125550100",
        "+420 212 345 678, +420212345678",
        "+1234567, +1234567",
        "+123456789012345, +123456789012345"
    })
    void writesOneNumberInOneWay(String given, String number) {
        assertThat(new Phone(given).number()).isEqualTo(number);
        assertThat(new Phone(new Phone(given).number())).isEqualTo(new Phone(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "110",
                "12800138000",
                "1380013800",
                "138001380000",
                "02161234567",
                "+0123456789",
                "+123456",
                "+1234567890123456",
                "++8613800138000",
                "13800138000x",
                "+86 013800138000",
                "+861380013800",
                "+86138001380001",
                "+8602164371234",
                "+8612800138000",
                "0086138001380001",
                "86138001380001",
                "00",
                "0013",
                "000420212345678",
                "13800138000.0",
                "+86١٣٨٠٠١٣٨٠٠٠",
                "13800138000,13800138001",
                "138.0013.8000"
            })
    void refusesWhatIsNoNumber(String phone) {
        assertThatThrownBy(() -> new Phone(phone))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a phone number");
    }
}
