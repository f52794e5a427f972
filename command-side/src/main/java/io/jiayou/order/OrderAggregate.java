package io.jiayou.order;

import io.jiayou.command.EventSourced;
import io.jiayou.order.events.OrderEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Order}. */
@AggregateRoot(type = "Order")
public class OrderAggregate extends EventSourced<Order, OrderEvent> {

    @AggregateIdentifier
    private @Nullable String orderId;

    public OrderAggregate() {
        super(Order.NONE);
    }

    @EventSourcingHandler
    void on(OrderEvent event) {
        orderId = event.orderId();
        become(state().evolve(event));
    }
}
