package io.jiayou.order.placeorder;

import static io.jiayou.order.SomeOrder.PRICE;
import static io.jiayou.order.SomeOrder.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jiayou.order.events.Preset;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At 7.89 yuan per litre, unless a test says otherwise. */
class OrderLimitsTest {

    @Test
    void anAmountIsPayableAsItIs() {
        assertThat(payable(Preset.byAmount(20_000))).isEqualTo(yuan("200.00"));
    }

    @ParameterizedTest
    @CsvSource({"30000, 236.70", "25340, 199.93", "500, 3.95", "1000, 7.89"})
    void aVolumeCostsItsPriceRoundedHalfUpToTheFen(long volumeMl, String amount) {
        assertThat(payable(Preset.byVolume(volumeMl))).isEqualTo(yuan(amount));
    }

    @Test
    void aFullTankIsHeldAtTwentyPercentMoreThanItsSize() {
        assertThat(payable(Preset.fullTank(50_000)))
                .isEqualTo(PRICE.total(60_000))
                .isEqualTo(yuan("473.40"));
    }

    @Test
    void oneYuanIsTheSmallestOrder() {
        assertThat(payable(Preset.byAmount(100))).isEqualTo(yuan("1.00"));
        assertRefused(Preset.byAmount(99), Rule.ORDER_TOO_SMALL);
    }

    @Test
    void aVolumeIsTooSmallWhenItCostsLessThanOneYuan() {
        assertThat(payable(Preset.byVolume(127))).isEqualTo(yuan("1.00"));
        assertRefused(Preset.byVolume(126), Rule.ORDER_TOO_SMALL);
    }

    @Test
    void twoThousandLitresAreTheLargestOrder() {
        assertThat(payable(Preset.byVolume(2_000_000))).isEqualTo(yuan("15780.00"));
        assertRefused(Preset.byVolume(2_000_001), Rule.ORDER_TOO_LARGE);
    }

    @Test
    void anAmountIsTooLargeWhenItBuysMoreThanTwoThousandLitres() {
        assertThat(payable(Preset.byAmount(1_578_000))).isEqualTo(yuan("15780.00"));
        assertRefused(Preset.byAmount(1_578_001), Rule.ORDER_TOO_LARGE);
    }

    @Test
    void aTankOfTwoThousandLitresMayHoldMore() {
        assertThat(payable(Preset.fullTank(2_000_000))).isEqualTo(yuan("18936.00"));
        assertRefused(Preset.fullTank(2_000_001), Rule.ORDER_TOO_LARGE);
    }

    @Test
    void theLargestNumbersAreTooLargeAndNoOverflow() {
        assertRefused(Preset.byAmount(Long.MAX_VALUE), Rule.ORDER_TOO_LARGE);
        assertRefused(Preset.byVolume(Long.MAX_VALUE), Rule.ORDER_TOO_LARGE);
        assertRefused(Preset.fullTank(Long.MAX_VALUE), Rule.ORDER_TOO_LARGE);
    }

    @Test
    void theSmallestOrderIsOneMajorUnitOfAnyCurrency() {
        UnitPrice yen = new UnitPrice(170_000, "JPY");
        UnitPrice dinar = new UnitPrice(250, "KWD");

        assertThat(OrderLimits.payable(Preset.byAmount(1), yen)).isEqualTo(new Money(1, "JPY"));
        assertThat(OrderLimits.payable(Preset.byAmount(1_000), dinar)).isEqualTo(new Money(1_000, "KWD"));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> OrderLimits.payable(Preset.byAmount(999), dinar))
                .withMessage("an order is for at least 1 KWD");
    }

    private static Money payable(Preset preset) {
        return OrderLimits.payable(preset, PRICE);
    }

    private static void assertRefused(Preset preset, Rule rule) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> payable(preset))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
