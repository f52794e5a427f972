package io.jiayou.identity.rights;

import io.jiayou.access.Kind;
import io.jiayou.access.Owner;
import io.jiayou.access.Owners;
import io.jiayou.command.Lookup;
import io.jiayou.feedback.Feedback;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.order.Order;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.order.events.OrderPlaced;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Whose things are, as their events say. */
@Component
@Primary
public class EventOwners implements Owners {

    private final Lookup<Order, OrderEvent> orders;
    private final Lookup<Feedback, FeedbackEvent> feedback;

    public EventOwners(Lookup<Order, OrderEvent> orders, EventStore events) {
        this.orders = orders;
        this.feedback = new Lookup<>(events, FeedbackEvent.class, Feedback.NONE, Feedback::evolve);
    }

    @Override
    public Owner of(Kind kind, String id) {
        return switch (kind) {
            case DRIVER -> Owner.driver(id);
            case STATION -> Owner.station(id);
            case ORDER -> orders.find(id).map(EventOwners::ofOrder).orElse(Owner.NOBODY);
            case FEEDBACK -> feedback.find(id).map(this::ofFeedback).orElse(Owner.NOBODY);
        };
    }

    private static Owner ofOrder(Order order) {
        OrderPlaced placed = order.placement();
        return Owner.driver(placed.driverId()).and(Owner.station(placed.stationId()));
    }

    private Owner ofFeedback(Feedback it) {
        FeedbackFiled filed = it.filed();
        if (filed == null) {
            return Owner.NOBODY;
        }
        Owner driver = filed.driverId() == null ? Owner.NOBODY : Owner.driver(filed.driverId());
        return filed.orderId() == null ? driver : driver.and(of(Kind.ORDER, filed.orderId()));
    }
}
