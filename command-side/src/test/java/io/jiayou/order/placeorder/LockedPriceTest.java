package io.jiayou.order.placeorder;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.order.SomeOrder.AT;
import static io.jiayou.order.SomeOrder.ID;
import static io.jiayou.station.SomeStation.GRADE;
import static io.jiayou.station.SomeStation.PUMP;
import static io.jiayou.station.SomeStation.price;
import static io.jiayou.station.SomeStation.pump;

import io.jiayou.driver.SomeDriver;
import io.jiayou.order.SomeOrder;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.Preset;
import io.jiayou.rules.Rule;
import io.jiayou.station.SomeStation;
import io.jiayou.station.events.PriceSet;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which of a grade's prices an order locks. */
class LockedPriceTest {

    private static final Instant BEFORE = AT.minusSeconds(3600);
    private static final Instant LONG_BEFORE = AT.minusSeconds(86_400);
    private static final Instant LATER = AT.plusMillis(1);

    @Test
    void isTheOneThatHoldsFromThisMomentOn() {
        given(sellingAt(price(7700, BEFORE), price(7890, AT))).when(placed()).then(locked(7890, AT));
    }

    @Test
    void isNotYetTheOneThatHoldsFromTheNextMomentOn() {
        given(sellingAt(price(7700, BEFORE), price(7890, LATER))).when(placed()).then(locked(7700, BEFORE));
    }

    @Test
    void isNoneWhenAllHoldLater() {
        given(sellingAt(price(7890, LATER))).when(placed()).thenRefused(Rule.NO_PRICE_HOLDS);
    }

    @Test
    void isACorrectionMadeBackInTimeThatReachesUntilNow() {
        given(sellingAt(price(7700, LONG_BEFORE), price(7890, BEFORE)))
                .when(placed())
                .then(locked(7890, BEFORE));
    }

    @Test
    void isNotACorrectionMadeBackInTimeThatANewerPriceEnded() {
        given(sellingAt(price(7700, BEFORE), price(7890, LONG_BEFORE)))
                .when(placed())
                .then(locked(7700, BEFORE));
    }

    @Test
    void isTheOneThatBecameKnownLastOfTwoThatHoldFromOneMoment() {
        given(sellingAt(price(7890, BEFORE), price(7700, BEFORE)))
                .when(placed())
                .then(locked(7700, BEFORE));
    }

    private static Object[] sellingAt(PriceSet... prices) {
        return Stream.concat(Stream.of(SomeDriver.registered(), SomeStation.registered(), pump()), Stream.of(prices))
                .toArray();
    }

    private static PlaceOrder placed() {
        return new PlaceOrder(ID, SomeDriver.ID, SomeStation.ID, PUMP, GRADE, Preset.byAmount(20_000), null, AT);
    }

    private static OrderPlaced locked(long thousandths, Instant holdsFrom) {
        return new OrderPlaced(
                ID,
                SomeDriver.ID,
                SomeStation.ID,
                PUMP,
                GRADE,
                Preset.byAmount(20_000),
                new LockedPrice(new UnitPrice(thousandths, "CNY"), holdsFrom, false),
                SomeOrder.yuan("200.00"),
                null,
                AT);
    }
}
