package io.jiayou.order;

import io.jiayou.command.Aggregates;
import io.jiayou.command.Lookup;
import io.jiayou.command.OpenedEvents;
import io.jiayou.command.Shells;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.privacy.PersonalData;
import io.jiayou.rules.Rule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the slices reach orders. */
@Configuration(proxyBeanMethods = false)
public class OrderAggregates {

    @Bean
    public static Aggregates<OrderAggregate, Order, OrderEvent> orderShells(EventStore events, PersonalData data) {
        return new Aggregates<>(
                new OpenedEvents(events, data),
                new Shells<>(OrderAggregate.class, OrderAggregate::new, OrderEvent.class),
                Rule.ORDER_UNKNOWN,
                Rule.ORDER_ID_TAKEN);
    }

    @Bean
    public static Lookup<Order, OrderEvent> orderLookup(EventStore events) {
        return new Lookup<>(events, OrderEvent.class, Order.NONE, Order::evolve);
    }
}
