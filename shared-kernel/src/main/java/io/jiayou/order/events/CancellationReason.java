package io.jiayou.order.events;

/** Why an order was cancelled. */
public enum CancellationReason {
    BY_DRIVER,
    BY_STATION,
    /** Zero litres are a cancellation, never a sale. */
    NOTHING_DISPENSED
}
