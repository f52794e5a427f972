package io.jiayou.imports.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.imports.Refusal;
import io.jiayou.imports.RefusedLine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "28, 3, 28000",
        "5.5, 3, 5500",
        "672.64, 2, 67264",
        "0.01, 2, 1",
        "1.100, 2, 110",
        "999999999.99, 2, 99999999999"
    })
    void areReadExactly(String text, int digits, long expected) {
        assertThat(Numbers.positive("Price", text, digits)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, ZERO_AMOUNT",
        "0.00, ZERO_AMOUNT",
        "-0, ZERO_AMOUNT",
        "-1, NEGATIVE_AMOUNT",
        "'', UNREADABLE_VALUE",
        "+1, UNREADABLE_VALUE",
        "1., UNREADABLE_VALUE",
        ".5, UNREADABLE_VALUE",
        "'1,5', UNREADABLE_VALUE",
        "1e3, UNREADABLE_VALUE",
        "1.005, UNREADABLE_VALUE",
        "1000000000, UNREADABLE_VALUE",
        "１２, UNREADABLE_VALUE",
        "NaN, UNREADABLE_VALUE"
    })
    void areRefused(String text, Refusal why) {
        assertThatThrownBy(() -> Numbers.positive("Price", text, 2))
                .isInstanceOfSatisfying(
                        RefusedLine.class, it -> assertThat(it.refusal()).isEqualTo(why));
    }
}
