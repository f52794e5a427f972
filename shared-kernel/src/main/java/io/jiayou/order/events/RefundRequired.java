package io.jiayou.order.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import io.jiayou.values.Money;
import java.time.Instant;

/** Money has to go back to the driver. */
@StoredAs("order.refund-required")
public record RefundRequired(@Limited(Limit.ID) String orderId, Money amount, RefundReason reason, Instant at)
        implements OrderEvent {}
