package io.jiayou.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checked against BigDecimal, which reckons in major units and litres as people do. */
class UnitPriceTest {

    private static final int CASES = 1_000_000;
    /** Of two, none and three decimal places. */
    private static final List<String> CURRENCIES = List.of("CNY", "JPY", "KWD");

    @Nested
    class Total {

        @Test
        void isVolumeTimesPriceRoundedHalfUp() {
            Random random = new Random(2);
            for (int i = 0; i < CASES; i++) {
                UnitPrice price = randomPrice(random);
                long volumeMl = random.nextLong(1L << random.nextInt(1, 40));

                long expected = litres(volumeMl)
                        .multiply(perLitre(price))
                        .setScale(decimals(price.currency()), RoundingMode.HALF_UP)
                        .unscaledValue()
                        .longValueExact();

                if (price.total(volumeMl).amount() != expected) {
                    throw new AssertionError(price + " × " + volumeMl + " ml isn't " + price.total(volumeMl));
                }
            }
        }

        @ParameterizedTest
        @CsvSource({
            "CNY, 1000, 5, 1", // 0.5 fen
            "CNY, 1000, 4, 0",
            "CNY, 7890, 35000, 27615",
            "JPY, 500, 1000, 1", // half a yen
            "JPY, 499, 1000, 0",
            "KWD, 500, 1, 1", // half a fils
            "CNY, 7890, 0, 0"
        })
        void roundsHalvesUp(String currency, long thousandths, long volumeMl, long total) {
            assertThat(new UnitPrice(thousandths, currency).total(volumeMl)).isEqualTo(new Money(total, currency));
        }

        @Test
        void refusesWhatNoLongHolds() {
            UnitPrice dear = new UnitPrice(Long.MAX_VALUE, "CNY");

            assertThat(dear.total(10_000).amount()).isEqualTo(Long.MAX_VALUE);
            assertThatThrownBy(() -> dear.total(10_001)).isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> dear.total(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
        }

        @Test
        void refusesANegativeVolume() {
            UnitPrice price = new UnitPrice(7_890, "CNY");

            assertThatThrownBy(() -> price.total(-1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class VolumeFor {

        @Test
        void isTheLargestThatTheAmountBuys() {
            Random random = new Random(3);
            for (int i = 0; i < CASES; i++) {
                UnitPrice price = randomPrice(random);
                Money amount = new Money(random.nextLong(1L << random.nextInt(1, 40)), price.currency());

                long volumeMl = price.volumeFor(amount);

                if (exceeds(price, volumeMl, amount) || !exceeds(price, volumeMl + 1, amount)) {
                    throw new AssertionError(volumeMl + " ml isn't the largest for " + amount + " at " + price);
                }
            }
        }

        @Test
        void neverCostsMoreThanTheAmountAndLessByOneMillilitreAtMost() {
            Random random = new Random(4);
            for (int i = 0; i < CASES; i++) {
                UnitPrice price = randomPrice(random);
                Money amount = new Money(random.nextLong(1L << random.nextInt(1, 40)), price.currency());

                long total = price.total(price.volumeFor(amount)).amount();
                long millilitre = price.total(1).amount() + 1;

                if (total > amount.amount() || amount.amount() - total > millilitre) {
                    throw new AssertionError(amount + " at " + price + " becomes " + total);
                }
            }
        }

        @Test
        void refusesAnotherCurrencyAndANegativeAmount() {
            UnitPrice price = new UnitPrice(7_890, "CNY");

            assertThatThrownBy(() -> price.volumeFor(new Money(1, "EUR"))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> price.volumeFor(new Money(-1, "CNY")))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void refusesWhatNoLongHolds() {
            UnitPrice cheap = new UnitPrice(1, "CNY");

            assertThatThrownBy(() -> cheap.volumeFor(new Money(Long.MAX_VALUE, "CNY")))
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    @Nested
    class DerivedFrom {

        @Test
        void isTotalByVolumeRoundedHalfUp() {
            Random random = new Random(5);
            for (int i = 0; i < CASES; i++) {
                String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
                Money total = new Money(random.nextLong(1L << random.nextInt(1, 40)), currency);
                long volumeMl = random.nextLong(1, 1L << random.nextInt(1, 40));

                BigDecimal expected = BigDecimal.valueOf(total.amount(), decimals(currency))
                        .divide(litres(volumeMl), 3, RoundingMode.HALF_UP)
                        .max(new BigDecimal("0.001"));

                UnitPrice derived = UnitPrice.derivedFrom(total, volumeMl);
                if (perLitre(derived).compareTo(expected) != 0) {
                    throw new AssertionError(total + " for " + volumeMl + " ml isn't " + derived);
                }
            }
        }

        @ParameterizedTest
        @CsvSource({"-1, 1", "1, 0", "1, -1"})
        void refusesANegativeTotalAndAVolumeOfNothing(long total, long volumeMl) {
            assertThatThrownBy(() -> UnitPrice.derivedFrom(new Money(total, "CNY"), volumeMl))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void refusesWhatNoLongHolds() {
            assertThatThrownBy(() -> UnitPrice.derivedFrom(new Money(Long.MAX_VALUE, "CNY"), 1))
                    .isInstanceOf(ArithmeticException.class);
        }

        @Test
        void acceptsTheLargestVolume() {
            assertThat(UnitPrice.derivedFrom(new Money(1, "KWD"), Long.MAX_VALUE)
                            .thousandths())
                    .isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void isAboveZero(long thousandths) {
        assertThatThrownBy(() -> new UnitPrice(thousandths, "CNY")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsNoCurrency() {
        assertThatThrownBy(() -> new UnitPrice(1, "yuan")).isInstanceOf(IllegalArgumentException.class);
    }

    private static UnitPrice randomPrice(Random random) {
        return new UnitPrice(
                random.nextLong(1, 1L << random.nextInt(1, 20)), CURRENCIES.get(random.nextInt(CURRENCIES.size())));
    }

    private static boolean exceeds(UnitPrice price, long volumeMl, Money amount) {
        BigDecimal cost = litres(volumeMl).multiply(perLitre(price));
        return cost.compareTo(BigDecimal.valueOf(amount.amount(), decimals(amount.currency()))) > 0;
    }

    private static BigDecimal litres(long volumeMl) {
        return BigDecimal.valueOf(volumeMl, 3);
    }

    private static BigDecimal perLitre(UnitPrice price) {
        return BigDecimal.valueOf(price.thousandths(), 3);
    }

    private static int decimals(String currency) {
        return switch (currency) {
            case "JPY" -> 0;
            case "KWD" -> 3;
            default -> 2;
        };
    }
}
