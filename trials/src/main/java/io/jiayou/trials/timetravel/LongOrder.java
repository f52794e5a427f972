package io.jiayou.trials.timetravel;

import io.jiayou.audit.timetravel.Moment.AtPosition;
import io.jiayou.audit.timetravel.TimeTravel;
import io.jiayou.ids.Ids;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.Preset;
import io.jiayou.order.events.RefundReason;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.trials.bench.Latencies;
import io.jiayou.trials.stores.ReadModelNode;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** An order with more events than any real one, to see what its past costs. No command makes it: it is only recorded. */
record LongOrder(String id) {

    static final String MODEL = "order-details";

    private static final int EVENTS = 50;
    private static final int ROUNDS = 1_500;
    private static final int WARM_UP = 1_000;

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

    /** Asks for the live view and for the past one in turn, through the services that the endpoints use. */
    void measure(
            ReadModelNode node,
            TimeTravel travel,
            AggregateReadModel<?> orders,
            long head,
            Map<String, Object> figures) {
        Latencies live = new Latencies();
        Latencies past = new Latencies();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long started = System.nanoTime();
            boolean isLive = node.find(MODEL, id).isPresent();
            long between = System.nanoTime();
            boolean isPast = travel.asOf(orders, id, new AtPosition(head)).isPresent();
            long ended = System.nanoTime();
            if (!isLive || !isPast) {
                throw new IllegalStateException("the order " + id + " isn't there");
            }
            if (round >= 0) {
                live.add(between - started);
                past.add(ended - between);
            }
        }
        double liveMicros = live.percentileMillis(0.5) * 1_000;
        double pastMicros = past.percentileMillis(0.5) * 1_000;
        figures.put("live view of an order with 50 events, p50", "%.0f µs".formatted(liveMicros));
        figures.put("the same order as of a position, p50", "%.0f µs".formatted(pastMicros));
        figures.put("past against live", "%.2f ×".formatted(pastMicros / liveMicros));
    }
}
