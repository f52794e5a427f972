package io.jiayou.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @Test
    void addsAndSubtractsLikeWholeNumbersOrRefuses() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000_000; i++) {
            long a = random.nextLong() >> random.nextInt(64);
            long b = random.nextLong() >> random.nextInt(64);

            same(BigInteger.valueOf(a).add(BigInteger.valueOf(b)), () -> money(a).plus(money(b)));
            same(BigInteger.valueOf(a).subtract(BigInteger.valueOf(b)), () -> money(a).minus(money(b)));
        }
    }

    @Test
    void refusesToMixCurrencies() {
        Money yuan = new Money(1, "CNY");
        Money euro = new Money(1, "EUR");

        assertThatThrownBy(() -> yuan.plus(euro)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> yuan.minus(euro)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cny", "CN", "YUAN", "元", "ZZZ"})
    void refusesWhatIsNoCurrency(String currency) {
        assertThatThrownBy(() -> new Money(1, currency)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"CNY,100", "CZK,100", "EUR,100", "JPY,1", "KWD,1000", "XAU,1"})
    void knowsTheMinorUnitsOfEachCurrency(String currency, long minorUnits) {
        assertThat(Money.minorUnitsPerMajor(currency)).isEqualTo(minorUnits);
    }

    @Test
    void isPositiveAboveZeroOnly() {
        assertThat(money(1).isPositive()).isTrue();
        assertThat(Money.zero("CNY").isPositive()).isFalse();
        assertThat(money(-1).isPositive()).isFalse();
    }

    private static Money money(long amount) {
        return new Money(amount, "CNY");
    }

    private static void same(BigInteger expected, Supplier<Money> actual) {
        if (expected.bitLength() > 63) {
            assertThatThrownBy(actual::get).isInstanceOf(ArithmeticException.class);
        } else if (actual.get().amount() != expected.longValueExact()) {
            throw new AssertionError(actual.get() + " instead of " + expected);
        }
    }
}
