package io.jiayou.trials.timetravel;

import io.jiayou.ids.Ids;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.Preset;
import io.jiayou.order.events.RefundReason;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** An order with more events than any real one, to see what its past costs. No command makes it: it is only recorded. */
record LongOrder(String id) {

    static final String MODEL = "order-details";

    private static final int EVENTS = 50;

    static LongOrder record(EventStore events) {
        String id = Ids.timeOrdered();
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        LockedPrice price = new LockedPrice(new UnitPrice(8_000, "CNY"), at, false);
        Money paid = new Money(20_000, "CNY");
        List<EventMessage<?>> messages = new ArrayList<>();
        for (int sequence = 0; sequence < EVENTS; sequence++) {
            Object event = sequence == 0
                    ? new OrderPlaced(id, "driver", "station", 1, "95#", Preset.byAmount(20_000), price, paid, null, at)
                    : new RefundRequired(id, new Money(1, "CNY"), RefundReason.DIFFERENCE, at);
            messages.add(new GenericDomainEventMessage<>("OrderAggregate", id, sequence, event));
        }
        events.publish(messages);
        return new LongOrder(id);
    }
}
