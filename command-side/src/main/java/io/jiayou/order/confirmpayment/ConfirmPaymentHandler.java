package io.jiayou.order.confirmpayment;

import io.jiayou.command.Aggregates;
import io.jiayou.order.Order;
import io.jiayou.order.OrderAggregate;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.order.events.RefundReason;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.rules.Rule;
import io.jiayou.values.Spoken;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link ConfirmPayment}. */
@Component
public class ConfirmPaymentHandler {

    private final Aggregates<OrderAggregate, Order, OrderEvent> orders;

    public ConfirmPaymentHandler(Aggregates<OrderAggregate, Order, OrderEvent> orders) {
        this.orders = orders;
    }

    @CommandHandler
    void handle(ConfirmPayment command) {
        orders.decide(command.orderId(), order -> decide(order, command));
    }

    /** Channels confirm twice, late and after a cancellation; the books must be right each time. */
    static List<OrderEvent> decide(Order order, ConfirmPayment command) {
        if (order.payment() != null) {
            boolean repeated = order.payment().transactionId().equals(command.transactionId())
                    && order.payment().channel().equals(command.channel())
                    && order.payment().amount().equals(command.amount());
            Rule.ORDER_ALREADY_PAID.require(repeated, "another payment has been confirmed for this order");
            return List.of();
        }
        Rule.PAYMENT_AMOUNT_DIFFERS.require(
                command.amount().equals(order.placement().payable()),
                "the order is to be paid with {0}",
                Spoken.money(order.placement().payable()));
        PaymentConfirmed paid = new PaymentConfirmed(
                command.orderId(), command.amount(), command.channel(), command.transactionId(), command.at());
        if (order.cancelled() == null) {
            return List.of(paid);
        }
        return List.of(
                paid,
                new RefundRequired(
                        command.orderId(), command.amount(), RefundReason.PAID_AFTER_CANCELLATION, command.at()));
    }
}
