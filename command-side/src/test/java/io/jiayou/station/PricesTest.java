package io.jiayou.station;

import static io.jiayou.station.SomeStation.price;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.station.events.PriceSet;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PricesTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T16:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T16:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T16:00:00Z");

    @Test
    void noPriceHoldsBeforeTheFirst() {
        assertThat(known(price(7890, MONDAY)).at(MONDAY.minusMillis(1))).isEmpty();
    }

    @Test
    void aPriceHoldsFromItsVeryMomentOn() {
        assertThat(known(price(7890, MONDAY)).at(MONDAY)).contains(price(7890, MONDAY));
    }

    @Test
    void aPriceHoldsUntilTheNextOne() {
        Prices prices = known(price(7890, MONDAY), price(7950, WEDNESDAY));

        assertThat(prices.at(WEDNESDAY.minusMillis(1))).contains(price(7890, MONDAY));
        assertThat(prices.at(WEDNESDAY)).contains(price(7950, WEDNESDAY));
    }

    @Test
    void aPriceOfTheFutureMayBecomeKnownFirst() {
        Prices prices = known(price(7950, WEDNESDAY), price(7890, MONDAY));

        assertThat(prices.at(TUESDAY)).contains(price(7890, MONDAY));
        assertThat(prices.at(WEDNESDAY)).contains(price(7950, WEDNESDAY));
    }

    @Test
    void aCorrectionBackInTimeHoldsOnlyUntilTheNextPrice() {
        Prices prices = known(price(7890, MONDAY), price(7950, WEDNESDAY), price(7700, TUESDAY));

        assertThat(prices.at(MONDAY)).contains(price(7890, MONDAY));
        assertThat(prices.at(TUESDAY)).contains(price(7700, TUESDAY));
        assertThat(prices.at(WEDNESDAY)).contains(price(7950, WEDNESDAY));
    }

    @Test
    void ofTwoPricesOfOneMomentTheOneKnownLastHolds() {
        Prices prices = known(price(7890, MONDAY), price(7950, WEDNESDAY), price(7800, MONDAY));

        assertThat(prices.at(MONDAY)).contains(price(7800, MONDAY));
        assertThat(prices.at(TUESDAY)).contains(price(7800, MONDAY));
    }

    @Test
    void ofTwoPricesOfOneMomentTheOneKnownLastIsKeptAlone() {
        assertThat(known(price(7890, MONDAY), price(7800, MONDAY)).ordered()).containsExactly(price(7800, MONDAY));
    }

    @Test
    void theSameEventsInAnyOrderOfMomentsGiveTheSamePrices() {
        assertThat(known(price(1, MONDAY), price(2, TUESDAY), price(3, WEDNESDAY)))
                .isEqualTo(known(price(3, WEDNESDAY), price(1, MONDAY), price(2, TUESDAY)));
    }

    private static Prices known(PriceSet... prices) {
        return Stream.of(prices).reduce(Prices.NONE, Prices::with, (one, other) -> other);
    }
}
