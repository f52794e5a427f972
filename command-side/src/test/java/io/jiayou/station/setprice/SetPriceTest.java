package io.jiayou.station.setprice;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.station.SomeStation.AT;
import static io.jiayou.station.SomeStation.GRADE;
import static io.jiayou.station.SomeStation.ID;
import static io.jiayou.station.SomeStation.price;
import static io.jiayou.station.SomeStation.registered;

import io.jiayou.rules.Rule;
import io.jiayou.values.UnitPrice;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SetPriceTest {

    private static final Instant TOMORROW = AT.plus(Duration.ofDays(1));
    private static final Instant YESTERDAY = AT.minus(Duration.ofDays(1));

    @Test
    void setsAPriceFromNowOn() {
        given(registered()).when(set(7890, AT)).then(price(7890, AT));
    }

    @Test
    void setsAPriceThatHoldsLater() {
        given(registered(), price(7890, AT)).when(set(7950, TOMORROW)).then(price(7950, TOMORROW));
    }

    @Test
    void correctsAPriceBackInTime() {
        given(registered(), price(7890, AT)).when(set(7700, YESTERDAY)).then(price(7700, YESTERDAY));
    }

    @Test
    void replacesAPriceOfTheSameMoment() {
        given(registered(), price(7890, AT)).when(set(7800, AT)).then(price(7800, AT));
    }

    @Test
    void takesTheSamePriceOfTheSameMomentTwiceForOne() {
        given(registered(), price(7890, AT), price(7950, TOMORROW))
                .when(set(7890, AT))
                .thenNothing();
    }

    @Test
    void keepsTheSamePriceFromAnotherMomentOnSinceACorrectionMayComeBetween() {
        given(registered(), price(7890, AT)).when(set(7890, TOMORROW)).then(price(7890, TOMORROW));
    }

    @Test
    void goesBackToAPriceThatWasReplaced() {
        given(registered(), price(7890, AT), price(7800, AT))
                .when(set(7890, AT))
                .then(price(7890, AT));
    }

    @Test
    void refusesASecondCurrencyForTheSameGrade() {
        given(registered(), price(7890, AT))
                .when(new SetPrice(ID, GRADE, new UnitPrice(1500, "EUR"), TOMORROW, AT))
                .thenRefused(Rule.CURRENCY_DIFFERS);
    }

    @Test
    void refusesASecondCurrencyForAnotherGrade() {
        given(registered(), price(7890, AT))
                .when(new SetPrice(ID, "0#", new UnitPrice(1500, "EUR"), AT, AT))
                .thenRefused(Rule.CURRENCY_DIFFERS);
    }

    @Test
    void refusesAStationThatNobodyRegistered() {
        given().when(set(7890, AT)).thenRefused(Rule.STATION_UNKNOWN);
    }

    private static SetPrice set(long thousandths, Instant holdsFrom) {
        return new SetPrice(ID, GRADE, new UnitPrice(thousandths, "CNY"), holdsFrom, AT);
    }
}
