package io.jiayou.order;

import io.jiayou.command.EventSourced;
import io.jiayou.order.events.OrderEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateRoot;

/** Axon's shell around {@link Order}. */
@AggregateRoot(type = "Order")
public class OrderAggregate extends EventSourced<Order, OrderEvent> {

    public OrderAggregate() {
        super(Order.NONE);
    }

    @EventSourcingHandler
    void on(OrderEvent event) {
        become(state().evolve(event));
    }
}
