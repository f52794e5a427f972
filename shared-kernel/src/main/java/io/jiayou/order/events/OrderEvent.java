package io.jiayou.order.events;

import java.time.Instant;

/** What happened to an order. */
public sealed interface OrderEvent
        permits OrderPlaced, PaymentConfirmed, FuelDispensed, RefundRequired, OrderCompleted, OrderCancelled {

    String orderId();

    /** When it happened; when it was recorded is the event's own timestamp. */
    Instant at();
}
