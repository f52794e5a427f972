package io.jiayou.order.events;

/** Why an order was cancelled. */
public enum CancellationReason {
    /** The driver called it off. */
    BY_DRIVER,
    /** The station called it off. */
    BY_STATION,
    /** The pump delivered nothing: zero litres are a cancellation, never a sale. */
    NOTHING_DISPENSED
}
