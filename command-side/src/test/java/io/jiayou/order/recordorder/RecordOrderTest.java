package io.jiayou.order.recordorder;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.order.SomeOrder.AT;
import static io.jiayou.order.SomeOrder.ID;

import io.jiayou.driver.SomeDriver;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.Preset;
import io.jiayou.rules.Rule;
import io.jiayou.station.SomeStation;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordOrderTest {

    private static final Money TOTAL = new Money(100_000, "CZK");

    @Test
    void derivesThePriceFromTheRecordedTotal() {
        given().when(record(30_000, TOTAL, AT)).then(recorded(33_333));
    }

    @Test
    void roundsTheDerivedPriceHalfUp() {
        given().when(record(40_000, new Money(99_998, "CZK"), AT))
                .then(new OrderPlaced(
                        ID,
                        SomeDriver.ID,
                        SomeStation.ID,
                        null,
                        "Diesel",
                        Preset.byAmount(99_998),
                        new LockedPrice(new UnitPrice(25_000, "CZK"), null, true),
                        new Money(99_998, "CZK"),
                        null,
                        AT));
    }

    @Test
    void takesTheSameRecordTwiceForOne() {
        given(recorded(33_333)).when(record(30_000, TOTAL, AT)).thenNothing();
    }

    @Test
    void refusesAnotherRecordUnderTheSameId() {
        given(recorded(33_333))
                .when(record(30_000, new Money(100_001, "CZK"), AT))
                .thenRefused(Rule.ORDER_ID_TAKEN);
    }

    @Test
    void refusesTheSameRecordOfAnotherTime() {
        given(recorded(33_333)).when(record(30_000, TOTAL, AT.plusSeconds(60))).thenRefused(Rule.ORDER_ID_TAKEN);
    }

    @Test
    void refusesARecordWithoutVolume() {
        given().when(record(0, TOTAL, AT)).thenRefused(Rule.ORDER_TOO_SMALL);
    }

    @Test
    void refusesARecordWithoutTotal() {
        given().when(record(30_000, Money.zero("CZK"), AT)).thenRefused(Rule.ORDER_TOO_SMALL);
    }

    @Test
    void refusesANegativeTotal() {
        given().when(record(30_000, new Money(-100_000, "CZK"), AT)).thenRefused(Rule.ORDER_TOO_SMALL);
    }

    @Test
    void refusesTheIdOfSomethingElse() {
        given(SomeStation.registered())
                .when(new RecordOrder(SomeStation.ID, SomeDriver.ID, SomeStation.ID, "Diesel", 30_000, TOTAL, AT))
                .thenRefused(Rule.ORDER_ID_TAKEN);
    }

    private static RecordOrder record(long volumeMl, Money total, Instant at) {
        return new RecordOrder(ID, SomeDriver.ID, SomeStation.ID, "Diesel", volumeMl, total, at);
    }

    private static OrderPlaced recorded(long thousandths) {
        return new OrderPlaced(
                ID,
                SomeDriver.ID,
                SomeStation.ID,
                null,
                "Diesel",
                Preset.byAmount(TOTAL.amount()),
                new LockedPrice(new UnitPrice(thousandths, "CZK"), null, true),
                TOTAL,
                null,
                AT);
    }
}
