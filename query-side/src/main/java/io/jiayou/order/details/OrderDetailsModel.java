package io.jiayou.order.details;

import static java.util.Objects.requireNonNull;

import io.jiayou.order.details.OrderStates.Cancellation;
import io.jiayou.order.details.OrderStates.Completion;
import io.jiayou.order.details.OrderStates.Dispense;
import io.jiayou.order.details.OrderStates.Payment;
import io.jiayou.order.details.OrderStates.PaymentState;
import io.jiayou.order.details.OrderStates.PumpState;
import io.jiayou.order.events.FuelDispensed;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.parameters.Ordering;
import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.timeline.Moments;
import io.jiayou.timeline.Step;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds an order's events into its details. */
@Component
public class OrderDetailsModel implements AggregateReadModel<OrderDetails> {

    static final String DRIVER = "driverId";
    static final String STATION = "stationId";
    static final String STATION_DAY = "stationDay";
    static final String STATUS = "status";
    static final String PLACED_AT = "placedAt";

    @Override
    public String name() {
        return "order-details";
    }

    @Override
    public Class<OrderDetails> view() {
        return OrderDetails.class;
    }

    @Override
    public List<String> indexes() {
        return List.of(
                DRIVER + ',' + PLACED_AT,
                STATION + ',' + PLACED_AT,
                STATION + ',' + STATUS + ',' + PLACED_AT,
                STATION_DAY,
                PLACED_AT + ',' + Ordering.ID);
    }

    @Override
    public boolean reads(Class<?> event) {
        return OrderEvent.class.isAssignableFrom(event);
    }

    @Override
    public Collection<String> documentsOf(Object event) {
        return event instanceof OrderEvent of ? List.of(of.orderId()) : List.of();
    }

    @Override
    public OrderDetails fold(String id, @Nullable OrderDetails view, RecordedEvent event) {
        OrderEvent happened = (OrderEvent) event.payload();
        Step step = Step.of(event, happened.at());
        if (happened instanceof OrderPlaced placed) {
            return placed(placed, step);
        }
        OrderDetails before = requireNonNull(view);
        return before.after(step, moved(before.states(), happened));
    }

    private static OrderStates moved(OrderStates states, OrderEvent event) {
        Instant at = Moments.kept(event.at());
        return switch (event) {
            case OrderPlaced placed -> OrderStates.PLACED;
            case PaymentConfirmed paid ->
                states.with(
                        new Payment(PaymentState.CONFIRMED, paid.amount(), paid.channel(), paid.transactionId(), at));
            case FuelDispensed fuel ->
                states.with(new Dispense(PumpState.DISPENSED, fuel.volumeMl(), fuel.total(), at));
            case RefundRequired refund -> states.with(states.refund().plus(refund.amount(), refund.reason()));
            case OrderCompleted sale -> states.with(new Completion(sale.volumeMl(), sale.total(), at));
            case OrderCancelled cancelled -> states.with(new Cancellation(cancelled.reason(), at));
        };
    }

    private static OrderDetails placed(OrderPlaced placed, Step step) {
        return new OrderDetails(
                placed.orderId(),
                placed.driverId(),
                placed.stationId(),
                StationDays.of(placed.stationId(), placed.at()),
                placed.pump(),
                placed.grade(),
                placed.plate(),
                placed.preset(),
                kept(placed.price()),
                placed.payable(),
                step.happenedAt(),
                OrderStatus.of(OrderStates.PLACED),
                OrderStates.PLACED,
                List.of(step),
                step.position());
    }

    private static LockedPrice kept(LockedPrice price) {
        Instant holdsFrom = price.holdsFrom() == null ? null : Moments.kept(price.holdsFrom());
        return new LockedPrice(price.unitPrice(), holdsFrom, price.derived());
    }
}
