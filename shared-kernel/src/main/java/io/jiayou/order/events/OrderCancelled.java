package io.jiayou.order.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/** An order was cancelled before any fuel flowed. */
@StoredAs("order.cancelled")
public record OrderCancelled(@Limited(Limit.ID) String orderId, CancellationReason reason, Instant at)
        implements OrderEvent {}
