package io.jiayou.station.details;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GradePricesTest {

    private static final Instant DAY_1 = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant DAY_2 = Instant.parse("2026-02-02T00:00:00Z");
    private static final Instant DAY_3 = Instant.parse("2026-02-03T00:00:00Z");
    private static final Instant DAY_4 = Instant.parse("2026-02-04T00:00:00Z");

    private static SetPrice set(long thousandths, Instant holdsFrom, Instant recordedAt, long position) {
        return new SetPrice("92#", new UnitPrice(thousandths, "CNY"), holdsFrom, recordedAt, position);
    }

    private static long current(List<SetPrice> prices, Instant at, Instant knownAt) {
        return requireNonNull(GradePrices.of(prices, at, knownAt).getFirst().current())
                .unitPrice()
                .thousandths();
    }

    @Nested
    class ThePriceThatHolds {

        @Test
        void isTheOneThatBeganLast() {
            List<SetPrice> prices = List.of(set(7_000, DAY_1, DAY_1, 1), set(8_000, DAY_2, DAY_1, 2));

            assertThat(current(prices, DAY_2.minusMillis(1), DAY_4)).isEqualTo(7_000);
            assertThat(current(prices, DAY_2, DAY_4)).isEqualTo(8_000);
        }

        @Test
        void isTheOneRecordedLastAmongThoseThatBeganTogether() {
            List<SetPrice> prices = List.of(set(8_000, DAY_1, DAY_1, 5), set(7_000, DAY_1, DAY_1, 6));

            assertThat(current(prices, DAY_2, DAY_4)).isEqualTo(7_000);
        }

        @Test
        void isNotChangedByACorrectionOfTheTimeBeforeIt() {
            List<SetPrice> prices =
                    List.of(set(7_000, DAY_1, DAY_1, 1), set(8_000, DAY_3, DAY_3, 2), set(7_500, DAY_2, DAY_4, 3));

            assertThat(current(prices, DAY_4, DAY_4)).isEqualTo(8_000);
            assertThat(current(prices, DAY_2, DAY_4)).isEqualTo(7_500);
        }

        @Test
        void isNoneBeforeTheFirst() {
            GradePrices prices = GradePrices.of(List.of(set(7_000, DAY_2, DAY_1, 1)), DAY_1, DAY_4)
                    .getFirst();

            assertThat(prices.current()).isNull();
            assertThat(prices.history()).isEmpty();
            assertThat(prices.upcoming()).hasSize(1);
        }
    }

    @Nested
    class WhatWasKnown {

        @Test
        void isShownWithoutLaterCorrections() {
            List<SetPrice> prices = List.of(set(7_000, DAY_1, DAY_1, 1), set(6_500, DAY_1, DAY_3, 2));

            assertThat(current(prices, DAY_2, DAY_2)).isEqualTo(7_000);
            assertThat(current(prices, DAY_2, DAY_3)).isEqualTo(6_500);
        }

        @Test
        void isNothingBeforeTheFirstRecord() {
            assertThat(GradePrices.of(List.of(set(7_000, DAY_1, DAY_2, 1)), DAY_3, DAY_1))
                    .isEmpty();
        }
    }

    @Test
    void showsUpcomingPricesSoonestFirstAndHistoryLatestFirst() {
        List<SetPrice> prices = List.of(
                set(4_000, DAY_4, DAY_1, 1),
                set(3_000, DAY_3, DAY_1, 2),
                set(1_000, DAY_1, DAY_1, 3),
                set(2_000, DAY_2, DAY_1, 4));

        GradePrices grade = GradePrices.of(prices, DAY_2, DAY_2).getFirst();

        assertThat(grade.upcoming())
                .extracting(price -> price.unitPrice().thousandths())
                .containsExactly(3_000L, 4_000L);
        assertThat(grade.history())
                .extracting(price -> price.unitPrice().thousandths())
                .containsExactly(2_000L, 1_000L);
    }

    @Test
    void keepsGradesApart() {
        SetPrice diesel = new SetPrice("0#", new UnitPrice(7_500, "CNY"), DAY_1, DAY_1, 2);

        List<GradePrices> grades = GradePrices.of(List.of(set(8_000, DAY_1, DAY_1, 1), diesel), DAY_2, DAY_2);

        assertThat(grades).extracting(GradePrices::grade).containsExactly("0#", "92#");
    }
}
