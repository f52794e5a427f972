package io.jiayou.order.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import io.jiayou.values.Money;
import java.time.Instant;

/**
 * The payment arrived.
 *
 * @param channel wechat-pay, fuel-card, cash
 * @param transactionId the channel's own id; the same id twice is the same payment
 */
@StoredAs("order.payment-confirmed")
public record PaymentConfirmed(
        @Limited(Limit.ID) String orderId,
        Money amount,
        @Limited(Limit.CHANNEL) String channel,
        @Limited(Limit.NUMBER) String transactionId,
        Instant at)
        implements OrderEvent {}
