package io.jiayou.order;

import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.FuelDispensed;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order as its events made it. Payment, pump and refund are told apart: one field can't say "paid, cancelled, refund
 * due".
 *
 * @param placed none before the order exists
 * @param payment none before it was paid
 * @param dispensed none before fuel flowed
 * @param refundDue what has to go back; none if nothing has
 * @param cancelled why; none if it wasn't
 */
public record Order(
        @Nullable OrderPlaced placed,
        @Nullable PaymentConfirmed payment,
        @Nullable FuelDispensed dispensed,
        @Nullable Money refundDue,
        @Nullable CancellationReason cancelled,
        boolean completed) {

    /** Before the first event. */
    public static final Order NONE = new Order(null, null, null, null, null, false);

    /** The order's placement, for decisions on an order that exists. */
    public OrderPlaced placement() {
        if (placed == null) {
            throw new IllegalStateException("an order without placement");
        }
        return placed;
    }

    public Order evolve(OrderEvent event) {
        return switch (event) {
            case OrderPlaced it -> new Order(it, payment, dispensed, refundDue, cancelled, completed);
            case PaymentConfirmed it -> new Order(placed, it, dispensed, refundDue, cancelled, completed);
            case FuelDispensed it -> new Order(placed, payment, it, refundDue, cancelled, completed);
            case RefundRequired it -> new Order(placed, payment, dispensed, it.amount(), cancelled, completed);
            case OrderCancelled it -> new Order(placed, payment, dispensed, refundDue, it.reason(), completed);
            case OrderCompleted it -> new Order(placed, payment, dispensed, refundDue, cancelled, true);
        };
    }
}
