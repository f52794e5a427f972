package io.jiayou.order.details;

import io.jiayou.order.details.OrderStates.PaymentState;
import io.jiayou.order.details.OrderStates.PumpState;
import io.jiayou.order.details.OrderStates.RefundState;

/** What people read: one word for an order's payment, pump and refund together. */
public enum OrderStatus {
    /** It isn't paid yet. */
    PAYMENT_PENDING,
    /** Paid, and the pump may deliver. */
    PAID,
    /** Fuel flowed; nothing has to go back. */
    DISPENSED,
    /** Fuel flowed, less than was paid for. */
    REFUNDING_DIFFERENCE,
    /** It's done: a sale. */
    COMPLETED,
    /** It ended before any fuel flowed. */
    CANCELLED;

    /** The only place where the status is derived. An end outweighs what went before it, fuel outweighs money. */
    static OrderStatus of(OrderStates states) {
        if (states.cancellation() != null) {
            return CANCELLED;
        }
        if (states.completion() != null) {
            return COMPLETED;
        }
        if (states.dispense().state() == PumpState.DISPENSED) {
            return states.refund().state() == RefundState.NONE ? DISPENSED : REFUNDING_DIFFERENCE;
        }
        return states.payment().state() == PaymentState.CONFIRMED ? PAID : PAYMENT_PENDING;
    }
}
