package io.jiayou.order.completeorder;

import io.jiayou.command.Aggregates;
import io.jiayou.order.Order;
import io.jiayou.order.OrderAggregate;
import io.jiayou.order.events.FuelDispensed;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.rules.Rule;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link CompleteOrder}. */
@Component
public class CompleteOrderHandler {

    private final Aggregates<OrderAggregate, Order, OrderEvent> orders;

    public CompleteOrderHandler(Aggregates<OrderAggregate, Order, OrderEvent> orders) {
        this.orders = orders;
    }

    @CommandHandler
    void handle(CompleteOrder command) {
        orders.decide(command.orderId(), order -> decide(order, command));
    }

    static List<OrderEvent> decide(Order order, CompleteOrder command) {
        if (order.completed()) {
            return List.of();
        }
        Rule.ORDER_CANCELLED.require(order.cancelled() == null, "a cancelled order is no sale");
        FuelDispensed dispensed = order.dispensed();
        if (dispensed == null) {
            throw Rule.ORDER_NOT_DISPENSED.violated("no dispense has been recorded for this order");
        }
        OrderPlaced placed = order.placement();
        return List.of(new OrderCompleted(
                command.orderId(),
                placed.driverId(),
                placed.stationId(),
                placed.pump(),
                placed.grade(),
                dispensed.volumeMl(),
                dispensed.total(),
                command.at()));
    }
}
