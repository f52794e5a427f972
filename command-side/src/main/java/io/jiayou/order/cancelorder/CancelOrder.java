package io.jiayou.order.cancelorder;

import io.jiayou.order.events.CancellationReason;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Cancel an order before fuelling; cancelling it twice changes nothing. */
public record CancelOrder(@TargetAggregateIdentifier String orderId, CancellationReason reason, Instant at) {}
