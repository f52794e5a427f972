package io.jiayou.order.recordorder;

import io.jiayou.command.Aggregates;
import io.jiayou.command.ErasedPersons;
import io.jiayou.order.Order;
import io.jiayou.order.OrderAggregate;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.Preset;
import io.jiayou.rules.Rule;
import io.jiayou.values.UnitPrice;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link RecordOrder}. */
@Component
public class RecordOrderHandler {

    private final Aggregates<OrderAggregate, Order, OrderEvent> orders;
    private final ErasedPersons erased;

    public RecordOrderHandler(Aggregates<OrderAggregate, Order, OrderEvent> orders, ErasedPersons erased) {
        this.orders = orders;
        this.erased = erased;
    }

    @CommandHandler
    void handle(RecordOrder command) {
        Rule.DRIVER_ERASED.require(!erased.has(command.driverId()), "an erased driver orders nothing");
        orders.decideNew(command.orderId(), order -> decide(order, command));
    }

    static List<OrderEvent> decide(Order order, RecordOrder command) {
        Rule.ORDER_TOO_SMALL.require(
                command.volumeMl() > 0 && command.total().isPositive(),
                "a recorded order has a volume and a total above zero");
        OrderPlaced placement = placement(command);
        if (order.placed() != null) {
            Rule.ORDER_ID_TAKEN.require(placement.equals(order.placed()), "the order id belongs to another order");
            return List.of();
        }
        return List.of(placement);
    }

    private static OrderPlaced placement(RecordOrder command) {
        return new OrderPlaced(
                command.orderId(),
                command.driverId(),
                command.stationId(),
                null,
                command.grade(),
                Preset.byAmount(command.total().amount()),
                new LockedPrice(UnitPrice.derivedFrom(command.total(), command.volumeMl()), null, true),
                command.total(),
                null,
                command.at());
    }
}
