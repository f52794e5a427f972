package io.jiayou.order.recorddispense;

import io.jiayou.command.Aggregates;
import io.jiayou.order.Order;
import io.jiayou.order.OrderAggregate;
import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.FuelDispensed;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.order.events.RefundReason;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.rules.Rule;
import io.jiayou.values.Money;
import io.jiayou.values.Spoken;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link RecordDispense}. */
@Component
public class RecordDispenseHandler {

    private final Aggregates<OrderAggregate, Order, OrderEvent> orders;

    public RecordDispenseHandler(Aggregates<OrderAggregate, Order, OrderEvent> orders) {
        this.orders = orders;
    }

    @CommandHandler
    void handle(RecordDispense command) {
        orders.decide(command.orderId(), order -> decide(order, command));
    }

    static List<OrderEvent> decide(Order order, RecordDispense command) {
        if (order.dispensed() != null) {
            Rule.ORDER_ALREADY_DISPENSED.require(
                    isRepeatedBy(order.dispensed(), command),
                    "{0} have been dispensed for this order",
                    Spoken.litres(order.dispensed().volumeMl()));
            return List.of();
        }
        if (order.cancelled() == CancellationReason.NOTHING_DISPENSED && command.volumeMl() == 0) {
            return List.of();
        }
        Rule.ORDER_CANCELLED.require(order.cancelled() == null, "the order was cancelled before fuelling");
        if (order.payment() == null) {
            throw Rule.ORDER_NOT_PAID.violated("fuel flows after the payment has been confirmed");
        }
        Money total = metered(order, command);
        Money paid = order.payment().amount();
        return command.volumeMl() == 0 ? nothing(command, paid) : dispensed(command, total, paid);
    }

    private static boolean isRepeatedBy(FuelDispensed dispensed, RecordDispense command) {
        return dispensed.volumeMl() == command.volumeMl()
                && (command.total() == null || command.total().equals(dispensed.total()));
    }

    private static Money metered(Order order, RecordDispense command) {
        LockedPrice price = order.placement().price();
        Money total = price.derived() && command.volumeMl() > 0
                ? order.placement().payable()
                : price.unitPrice().total(command.volumeMl());
        Rule.TOTAL_DIFFERS_FROM_METER.require(
                command.total() == null || command.total().equals(total),
                "the metered volume costs {0}",
                Spoken.money(total));
        return total;
    }

    /** Zero litres are a cancellation, never a sale. */
    private static List<OrderEvent> nothing(RecordDispense command, Money paid) {
        return List.of(
                new OrderCancelled(command.orderId(), CancellationReason.NOTHING_DISPENSED, command.at()),
                new RefundRequired(command.orderId(), paid, RefundReason.NOTHING_DISPENSED, command.at()));
    }

    private static List<OrderEvent> dispensed(RecordDispense command, Money total, Money paid) {
        Money difference = paid.minus(total);
        Rule.DISPENSED_MORE_THAN_PAID.require(
                difference.amount() >= 0,
                "paid were {0}, the metered volume costs {1}",
                Spoken.money(paid),
                Spoken.money(total));
        FuelDispensed dispensed = new FuelDispensed(command.orderId(), command.volumeMl(), total, command.at());
        return difference.isPositive()
                ? List.of(
                        dispensed,
                        new RefundRequired(command.orderId(), difference, RefundReason.DIFFERENCE, command.at()))
                : List.of(dispensed);
    }
}
