package io.jiayou.order.cancelorder;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.order.SomeOrder.AT;
import static io.jiayou.order.SomeOrder.ID;
import static io.jiayou.order.SomeOrder.cancelled;
import static io.jiayou.order.SomeOrder.completed;
import static io.jiayou.order.SomeOrder.dispensed;
import static io.jiayou.order.SomeOrder.paid;
import static io.jiayou.order.SomeOrder.placed;
import static io.jiayou.order.SomeOrder.refund;

import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.RefundReason;
import io.jiayou.rules.Rule;
import org.junit.jupiter.api.Test;

class CancelOrderTest {

    @Test
    void cancelsAnOrderThatWasNotPaid() {
        given(placed()).when(cancel(CancellationReason.BY_DRIVER)).then(cancelled(CancellationReason.BY_DRIVER));
    }

    @Test
    void owesBackWhatWasPaid() {
        given(placed(), paid())
                .when(cancel(CancellationReason.BY_STATION))
                .then(cancelled(CancellationReason.BY_STATION), refund("200.00", RefundReason.CANCELLED));
    }

    @Test
    void cancelsAnOrderOnlyOnceWhoeverAsks() {
        given(placed(), paid(), cancelled(CancellationReason.BY_DRIVER), refund("200.00", RefundReason.CANCELLED))
                .when(cancel(CancellationReason.BY_STATION))
                .thenNothing();
    }

    @Test
    void leavesAnOrderAloneThatThePumpCancelled() {
        given(placed(), paid(), cancelled(CancellationReason.NOTHING_DISPENSED))
                .when(cancel(CancellationReason.BY_DRIVER))
                .thenNothing();
    }

    @Test
    void refusesAnOrderWithFuel() {
        given(placed(), paid(), dispensed(25_340, "199.93"))
                .when(cancel(CancellationReason.BY_DRIVER))
                .thenRefused(Rule.ORDER_ALREADY_DISPENSED);
    }

    @Test
    void refusesACompletedOrder() {
        given(placed(), paid(), dispensed(25_340, "199.93"), completed(25_340, "199.93"))
                .when(cancel(CancellationReason.BY_DRIVER))
                .thenRefused(Rule.ORDER_ALREADY_COMPLETED);
    }

    @Test
    void refusesAnOrderThatNobodyPlaced() {
        given().when(cancel(CancellationReason.BY_DRIVER)).thenRefused(Rule.ORDER_UNKNOWN);
    }

    private static CancelOrder cancel(CancellationReason reason) {
        return new CancelOrder(ID, reason, AT);
    }
}
