package io.jiayou.order.recorddispense;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.order.SomeOrder.AT;
import static io.jiayou.order.SomeOrder.ID;
import static io.jiayou.order.SomeOrder.cancelled;
import static io.jiayou.order.SomeOrder.completed;
import static io.jiayou.order.SomeOrder.dispensed;
import static io.jiayou.order.SomeOrder.paid;
import static io.jiayou.order.SomeOrder.placed;
import static io.jiayou.order.SomeOrder.recorded;
import static io.jiayou.order.SomeOrder.refund;
import static io.jiayou.order.SomeOrder.yuan;

import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.RefundReason;
import io.jiayou.rules.Rule;
import io.jiayou.values.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** 200.00 yuan are paid, the price is 7.89 yuan per litre. */
class RecordDispenseTest {

    @Test
    void owesTheDifferenceBack() {
        given(placed(), paid())
                .when(dispense(25_340))
                .then(dispensed(25_340, "199.93"), refund("0.07", RefundReason.DIFFERENCE));
    }

    @Test
    void owesNothingBackWhenTheTotalRoundsUpToWhatWasPaid() {
        given(placed(), paid()).when(dispense(25_348)).then(dispensed(25_348, "200.00"));
    }

    @Test
    void acceptsAVolumeWhoseTotalRoundsDownToWhatWasPaid() {
        given(placed(), paid()).when(dispense(25_349)).then(dispensed(25_349, "200.00"));
    }

    @Test
    void refusesOneFenMoreThanWasPaid() {
        given(placed(), paid()).when(dispense(25_350)).thenRefused(Rule.DISPENSED_MORE_THAN_PAID);
    }

    @Test
    void refusesFuelWithoutPayment() {
        given(placed()).when(dispense(25_340)).thenRefused(Rule.ORDER_NOT_PAID);
    }

    @Test
    void refusesFuelForACancelledOrder() {
        given(placed(), paid(), cancelled(CancellationReason.BY_DRIVER))
                .when(dispense(25_340))
                .thenRefused(Rule.ORDER_CANCELLED);
    }

    @Test
    void refusesAnOrderThatNobodyPlaced() {
        given().when(dispense(25_340)).thenRefused(Rule.ORDER_UNKNOWN);
    }

    @Nested
    class WithTheTotalThatThePumpShows {

        @Test
        void acceptsVolumeTimesPrice() {
            given(placed(), paid())
                    .when(dispense(25_340, yuan("199.93")))
                    .then(dispensed(25_340, "199.93"), refund("0.07", RefundReason.DIFFERENCE));
        }

        @Test
        void refusesOneFenLess() {
            given(placed(), paid()).when(dispense(25_340, yuan("199.92"))).thenRefused(Rule.TOTAL_DIFFERS_FROM_METER);
        }

        @Test
        void refusesAnotherCurrency() {
            given(placed(), paid())
                    .when(dispense(25_340, new Money(19_993, "EUR")))
                    .thenRefused(Rule.TOTAL_DIFFERS_FROM_METER);
        }

        @Test
        void refusesATotalForNothing() {
            given(placed(), paid()).when(dispense(0, yuan("0.01"))).thenRefused(Rule.TOTAL_DIFFERS_FROM_METER);
        }
    }

    @Nested
    class Repeated {

        @Test
        void isOneDispense() {
            given(placed(), paid(), dispensed(25_340, "199.93"))
                    .when(dispense(25_340))
                    .thenNothing();
        }

        @Test
        void isOneDispenseEvenAfterTheSale() {
            given(placed(), paid(), dispensed(25_340, "199.93"), completed(25_340, "199.93"))
                    .when(dispense(25_340, yuan("199.93")))
                    .thenNothing();
        }

        @Test
        void isRefusedWithAnotherVolume() {
            given(placed(), paid(), dispensed(25_340, "199.93"))
                    .when(dispense(25_341))
                    .thenRefused(Rule.ORDER_ALREADY_DISPENSED);
        }

        @Test
        void isRefusedWithAnotherTotal() {
            given(placed(), paid(), dispensed(25_340, "199.93"))
                    .when(dispense(25_340, yuan("199.92")))
                    .thenRefused(Rule.ORDER_ALREADY_DISPENSED);
        }
    }

    /** Zero litres are a cancellation, never a sale. */
    @Nested
    class OfNothing {

        @Test
        void cancelsTheOrderAndOwesEverythingBack() {
            given(placed(), paid())
                    .when(dispense(0))
                    .then(
                            cancelled(CancellationReason.NOTHING_DISPENSED),
                            refund("200.00", RefundReason.NOTHING_DISPENSED));
        }

        @Test
        void acceptsATotalOfZero() {
            given(placed(), paid())
                    .when(dispense(0, yuan("0.00")))
                    .then(
                            cancelled(CancellationReason.NOTHING_DISPENSED),
                            refund("200.00", RefundReason.NOTHING_DISPENSED));
        }

        @Test
        void twiceIsOneCancellation() {
            given(placed(), paid(), cancelled(CancellationReason.NOTHING_DISPENSED))
                    .when(dispense(0))
                    .thenNothing();
        }

        @Test
        void isRefusedAfterAnotherCancellation() {
            given(placed(), paid(), cancelled(CancellationReason.BY_STATION))
                    .when(dispense(0))
                    .thenRefused(Rule.ORDER_CANCELLED);
        }

        @Test
        void isRefusedWhenFuelFollows() {
            given(placed(), paid(), cancelled(CancellationReason.NOTHING_DISPENSED))
                    .when(dispense(25_340))
                    .thenRefused(Rule.ORDER_CANCELLED);
        }

        @Test
        void isRefusedAfterFuel() {
            given(placed(), paid(), dispensed(25_340, "199.93"))
                    .when(dispense(0))
                    .thenRefused(Rule.ORDER_ALREADY_DISPENSED);
        }
    }

    /** Where the price is derived from a recorded total and rounded litres, the total stands. */
    @Nested
    class OfARecord {

        @Test
        void costsTheRecordedTotalWhateverTheLitres() {
            given(recorded(), paid()).when(dispense(26_000)).then(dispensed(26_000, "200.00"));
        }

        @Test
        void acceptsTheRecordedTotal() {
            given(recorded(), paid()).when(dispense(26_000, yuan("200.00"))).then(dispensed(26_000, "200.00"));
        }

        @Test
        void refusesAnotherTotal() {
            given(recorded(), paid()).when(dispense(26_000, yuan("205.14"))).thenRefused(Rule.TOTAL_DIFFERS_FROM_METER);
        }

        @Test
        void ofNothingCostsNothing() {
            given(recorded(), paid())
                    .when(dispense(0, yuan("0.00")))
                    .then(
                            cancelled(CancellationReason.NOTHING_DISPENSED),
                            refund("200.00", RefundReason.NOTHING_DISPENSED));
        }

        @Test
        void saysWhatTheRecordCosts() {
            given(recorded(), paid())
                    .when(dispense(26_000, yuan("205.14")))
                    .thenRefused(Rule.TOTAL_DIFFERS_FROM_METER, "the metered volume costs 200.00 yuan");
        }

        @Test
        void ofNothingIsACancellationToo() {
            given(recorded(), paid())
                    .when(dispense(0))
                    .then(
                            cancelled(CancellationReason.NOTHING_DISPENSED),
                            refund("200.00", RefundReason.NOTHING_DISPENSED));
        }
    }

    private static RecordDispense dispense(long volumeMl) {
        return dispense(volumeMl, null);
    }

    private static RecordDispense dispense(long volumeMl, @Nullable Money total) {
        return new RecordDispense(ID, volumeMl, total, AT);
    }
}
