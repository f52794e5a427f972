package io.jiayou.order.confirmpayment;

import io.jiayou.values.Money;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Confirm that an order was paid.
 *
 * @param transactionId the channel's id of the payment; confirming it twice is one payment
 */
public record ConfirmPayment(
        @TargetAggregateIdentifier String orderId, Money amount, String channel, String transactionId, Instant at) {}
