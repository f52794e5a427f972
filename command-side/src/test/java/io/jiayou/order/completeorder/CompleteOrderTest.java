package io.jiayou.order.completeorder;

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

class CompleteOrderTest {

    @Test
    void makesASaleOfWhatWasDispensed() {
        given(placed(), paid(), dispensed(25_348, "200.00")).when(complete()).then(completed(25_348, "200.00"));
    }

    @Test
    void sellsForWhatTheFuelCostNotForWhatWasPaid() {
        given(placed(), paid(), dispensed(25_340, "199.93"), refund("0.07", RefundReason.DIFFERENCE))
                .when(complete())
                .then(completed(25_340, "199.93"));
    }

    @Test
    void completesAnOrderOnlyOnce() {
        given(placed(), paid(), dispensed(25_348, "200.00"), completed(25_348, "200.00"))
                .when(complete())
                .thenNothing();
    }

    @Test
    void refusesAnOrderWithoutFuel() {
        given(placed(), paid()).when(complete()).thenRefused(Rule.ORDER_NOT_DISPENSED);
    }

    @Test
    void refusesACancelledOrder() {
        given(placed(), paid(), cancelled(CancellationReason.NOTHING_DISPENSED))
                .when(complete())
                .thenRefused(Rule.ORDER_CANCELLED);
    }

    @Test
    void refusesAnOrderThatNobodyPlaced() {
        given().when(complete()).thenRefused(Rule.ORDER_UNKNOWN);
    }

    private static CompleteOrder complete() {
        return new CompleteOrder(ID, AT);
    }
}
