package io.jiayou.audit.timetravel;

import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.fold.RecordedEvents;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.history.PositionSearch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The events of one document, read as those of its aggregate: the cost is that of its own events. */
final class PastEvents {

    private final EventStore events;
    private final PositionSearch search;

    PastEvents(EventStore events, History history) {
        this.events = events;
        this.search = new PositionSearch(history);
    }

    /** Those that a moment takes in, in their order. */
    List<RecordedEvent> of(AggregateReadModel<?> model, String id, Moment moment) {
        List<RecordedEvent> taken = new ArrayList<>();
        // From the first event on: without the number Axon would begin with the aggregate's snapshot.
        Iterator<? extends DomainEventMessage<?>> stream =
                events.readEvents(id, 0).asStream().iterator();
        long position = -1;
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            if (concerns(model, id, message)) {
                position = position(message, position);
                RecordedEvent event = RecordedEvents.of(message, position);
                if (!moment.takesIn(position, event.recordedAt())) {
                    break;
                }
                taken.add(event);
            }
        }
        return taken;
    }

    /** An event that can't be read, or whose key can't be, concerns the document of its aggregate. */
    private static boolean concerns(AggregateReadModel<?> model, String id, DomainEventMessage<?> message) {
        try {
            return model.documentsOf(message.getPayload()).contains(id);
        } catch (RuntimeException | StackOverflowError unreadable) {
            return model.reads(message.getPayloadType());
        }
    }

    private long position(DomainEventMessage<?> message, long after) {
        OptionalLong told = RecordedEvents.toldPositionOf(message);
        if (told.isPresent()) {
            return told.getAsLong();
        }
        try {
            return search.of(message, after);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for an event", e);
        }
    }
}
