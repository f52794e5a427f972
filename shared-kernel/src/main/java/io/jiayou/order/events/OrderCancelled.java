package io.jiayou.order.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** An order was cancelled before any fuel flowed. */
@StoredAs("order.cancelled")
public record OrderCancelled(String orderId, CancellationReason reason, Instant at) implements OrderEvent {}
