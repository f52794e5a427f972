package io.jiayou.order.cancelorder;

import io.jiayou.command.Aggregates;
import io.jiayou.order.Order;
import io.jiayou.order.OrderAggregate;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.order.events.RefundReason;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.rules.Rule;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link CancelOrder}. */
@Component
public class CancelOrderHandler {

    private final Aggregates<OrderAggregate, Order, OrderEvent> orders;

    public CancelOrderHandler(Aggregates<OrderAggregate, Order, OrderEvent> orders) {
        this.orders = orders;
    }

    @CommandHandler
    void handle(CancelOrder command) {
        orders.decide(command.orderId(), order -> decide(order, command));
    }

    static List<OrderEvent> decide(Order order, CancelOrder command) {
        if (order.cancelled() != null) {
            return List.of();
        }
        Rule.ORDER_ALREADY_COMPLETED.require(!order.completed(), "a completed order is a sale");
        Rule.ORDER_ALREADY_DISPENSED.require(order.dispensed() == null, "fuel has been dispensed for this order");
        OrderCancelled cancelled = new OrderCancelled(command.orderId(), command.reason(), command.at());
        if (order.payment() == null) {
            return List.of(cancelled);
        }
        return List.of(
                cancelled,
                new RefundRequired(command.orderId(), order.payment().amount(), RefundReason.CANCELLED, command.at()));
    }
}
