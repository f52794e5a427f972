package io.jiayou.order.events;

/** Why money has to go back. */
public enum RefundReason {
    /** Less was dispensed than paid for. */
    DIFFERENCE,
    /** The order was cancelled after its payment. */
    CANCELLED,
    /** The payment arrived after the cancellation. */
    PAID_AFTER_CANCELLATION,
    /** The pump delivered nothing. */
    NOTHING_DISPENSED
}
