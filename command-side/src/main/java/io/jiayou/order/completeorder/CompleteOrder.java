package io.jiayou.order.completeorder;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Complete an order that was dispensed; completing it twice changes nothing. */
public record CompleteOrder(@TargetAggregateIdentifier String orderId, Instant at) {}
