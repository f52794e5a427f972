package io.jiayou.order.placeorder;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.order.SomeOrder.AT;
import static io.jiayou.order.SomeOrder.ID;
import static io.jiayou.station.SomeStation.GRADE;
import static io.jiayou.station.SomeStation.PUMP;
import static io.jiayou.station.SomeStation.closed;
import static io.jiayou.station.SomeStation.opened;
import static io.jiayou.station.SomeStation.price;
import static io.jiayou.station.SomeStation.pump;

import io.jiayou.command.Scenario;
import io.jiayou.driver.SomeDriver;
import io.jiayou.order.SomeOrder;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.Preset;
import io.jiayou.rules.Rule;
import io.jiayou.station.SomeStation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {

    private static final Preset FOR_200_YUAN = Preset.byAmount(20_000);

    @Test
    void locksThePriceOfTheStation() {
        selling(price(7890, SomeStation.AT))
                .when(place(FOR_200_YUAN))
                .then(new OrderPlaced(
                        ID,
                        SomeDriver.ID,
                        SomeStation.ID,
                        PUMP,
                        GRADE,
                        FOR_200_YUAN,
                        new LockedPrice(SomeOrder.PRICE, SomeStation.AT, false),
                        SomeOrder.yuan("200.00"),
                        null,
                        AT));
    }

    @Test
    void keepsTheVehicleThatTheDriverNamed() {
        selling(price(7890, SomeStation.AT))
                .when(new PlaceOrder(
                        ID, SomeDriver.ID, SomeStation.ID, PUMP, GRADE, FOR_200_YUAN, SomeDriver.PLATE, AT))
                .then(new OrderPlaced(
                        ID,
                        SomeDriver.ID,
                        SomeStation.ID,
                        PUMP,
                        GRADE,
                        FOR_200_YUAN,
                        new LockedPrice(SomeOrder.PRICE, SomeStation.AT, false),
                        SomeOrder.yuan("200.00"),
                        SomeDriver.PLATE,
                        AT));
    }

    /** Sending again succeeds whatever became of the station since. */
    @Nested
    class SentAgain {

        @Test
        void isTheSameOrder() {
            given(SomeOrder.placed())
                    .when(new PlaceOrder(
                            ID, SomeDriver.ID, SomeStation.ID, PUMP, GRADE, FOR_200_YUAN, null, AT.plusSeconds(60)))
                    .thenNothing();
        }

        @Test
        void isTheSameOrderAtAStationThatHasClosed() {
            given(SomeStation.registered(), SomeOrder.placed(), closed())
                    .when(place(FOR_200_YUAN))
                    .thenNothing();
        }

        @Test
        void isTheSameOrderAfterItWasPaid() {
            given(SomeOrder.placed(), SomeOrder.paid())
                    .when(place(FOR_200_YUAN))
                    .thenNothing();
        }

        @Test
        void isRefusedWithAnotherAmount() {
            given(SomeOrder.placed()).when(place(Preset.byAmount(20_001))).thenRefused(Rule.ORDER_ID_TAKEN);
        }

        @Test
        void isRefusedWithAnotherVehicle() {
            given(SomeOrder.placed())
                    .when(new PlaceOrder(
                            ID, SomeDriver.ID, SomeStation.ID, PUMP, GRADE, FOR_200_YUAN, SomeDriver.PLATE, AT))
                    .thenRefused(Rule.ORDER_ID_TAKEN);
        }

        @Test
        void isRefusedUnderTheIdOfSomethingElse() {
            given(SomeStation.registered(), SomeDriver.registered())
                    .when(new PlaceOrder(
                            SomeDriver.ID, SomeDriver.ID, SomeStation.ID, PUMP, GRADE, FOR_200_YUAN, null, AT))
                    .thenRefused(Rule.ORDER_ID_TAKEN);
        }
    }

    @Nested
    class Refuses {

        @Test
        void aDriverWhomNobodyRegistered() {
            given(SomeStation.registered(), pump(), price(7890, SomeStation.AT))
                    .when(place(FOR_200_YUAN))
                    .thenRefused(Rule.DRIVER_UNKNOWN);
        }

        @Test
        void aStationThatNobodyRegistered() {
            given(SomeDriver.registered()).when(place(FOR_200_YUAN)).thenRefused(Rule.STATION_UNKNOWN);
        }

        @Test
        void aStationIdThatIsADriver() {
            given(SomeDriver.registered())
                    .when(new PlaceOrder(ID, SomeDriver.ID, SomeDriver.ID, PUMP, GRADE, FOR_200_YUAN, null, AT))
                    .thenRefused(Rule.STATION_UNKNOWN);
        }

        @Test
        void moreThanTwoThousandLitresAndSaysSo() {
            selling(price(7890, SomeStation.AT))
                    .when(place(Preset.byVolume(2_000_001)))
                    .thenRefused(Rule.ORDER_TOO_LARGE, "an order is for at most 2,000.00 litres");
        }

        @Test
        void aClosedStation() {
            selling(price(7890, SomeStation.AT), closed())
                    .when(place(FOR_200_YUAN))
                    .thenRefused(Rule.STATION_CLOSED);
        }

        @Test
        void aPumpThatIsNotThere() {
            given(SomeDriver.registered(), SomeStation.registered(), price(7890, SomeStation.AT))
                    .when(place(FOR_200_YUAN))
                    .thenRefused(Rule.PUMP_UNKNOWN);
        }

        @Test
        void aClosedPump() {
            selling(price(7890, SomeStation.AT), pump(false, GRADE))
                    .when(place(FOR_200_YUAN))
                    .thenRefused(Rule.PUMP_CLOSED);
        }

        @Test
        void aGradeThatThePumpDoesNotDispense() {
            selling(price("98#", 8990, SomeStation.AT))
                    .when(new PlaceOrder(ID, SomeDriver.ID, SomeStation.ID, PUMP, "98#", FOR_200_YUAN, null, AT))
                    .thenRefused(Rule.GRADE_NOT_AT_PUMP);
        }

        @Test
        void aGradeWithoutAPrice() {
            selling(price("98#", 8990, SomeStation.AT))
                    .when(place(FOR_200_YUAN))
                    .thenRefused(Rule.NO_PRICE_HOLDS);
        }
    }

    @Test
    void acceptsAStationThatWasOpenedAgain() {
        selling(price(7890, SomeStation.AT), closed(), opened())
                .when(place(FOR_200_YUAN))
                .then(SomeOrder.placed());
    }

    private static Scenario selling(Object... more) {
        Object[] history = new Object[more.length + 3];
        history[0] = SomeDriver.registered();
        history[1] = SomeStation.registered();
        history[2] = pump();
        System.arraycopy(more, 0, history, 3, more.length);
        return given(history);
    }

    private static PlaceOrder place(Preset preset) {
        return new PlaceOrder(ID, SomeDriver.ID, SomeStation.ID, PUMP, GRADE, preset, null, AT);
    }
}
