package io.jiayou.order;

import io.jiayou.command.Aggregates;
import io.jiayou.command.Lookup;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.rules.Rule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the slices reach orders. */
@Configuration(proxyBeanMethods = false)
class OrderAggregates {

    @Bean
    Aggregates<OrderAggregate, Order, OrderEvent> orderShells(Repository<OrderAggregate> repository) {
        return new Aggregates<>(repository, OrderAggregate::new, Rule.ORDER_UNKNOWN);
    }

    @Bean
    Lookup<Order, OrderEvent> orderLookup(EventStore events) {
        return new Lookup<>(events, OrderEvent.class, Order.NONE, Order::evolve);
    }
}
