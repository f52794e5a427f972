package io.jiayou.command;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * An event store whose aggregates leave out what is annulled, and that knows which event was handed out last: when an
 * aggregate can't be loaded and no store is to blame, it's that one. Its streams leave nothing out.
 */
final class ReadableEvents extends ForwardingEvents {

    private final AnnulledEvents annulled;
    private final StoredEvents places;
    private final ThreadLocal<DomainEventMessage<?>> last = new ThreadLocal<>();

    /** @param changed is told of each aggregate that leaves out one event more: what was kept of it is old */
    ReadableEvents(EventStore events, Consumer<String> changed) {
        super(events);
        this.annulled = new AnnulledEvents(events, changed);
        this.places = new StoredEvents(events);
    }

    /** Before anything of an aggregate is asked for: also of what is kept of it. */
    void begin() {
        last.remove();
        annulled.look();
    }

    /** Whether an aggregate's first event is annulled: then it's none. */
    boolean isNone(String aggregateId) {
        return annulled.of(aggregateId).contains(0L);
    }

    /** Why an aggregate couldn't be loaded: the event that was being taken in, if one was; else what was thrown. */
    RuntimeException explained(RuntimeException failure) {
        DomainEventMessage<?> event = last.get();
        return event == null ? failure : new AggregateStopped(event, places.positionOf(event), failure);
    }

    @Override
    public DomainEventStream readEvents(String aggregateId) {
        return readable(aggregateId, events.readEvents(aggregateId));
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequenceNumber) {
        return readable(aggregateId, events.readEvents(aggregateId, firstSequenceNumber));
    }

    private DomainEventStream readable(String aggregateId, DomainEventStream all) {
        Set<Long> leftOut = annulled.of(aggregateId);
        return new Watched(all, leftOut);
    }

    /** Remembers an event from its being handed out until the next one is asked for: what fails in between is its fault. */
    private final class Watched implements DomainEventStream {
        private final DomainEventStream all;
        private final Set<Long> leftOut;
        private @Nullable DomainEventMessage<?> ahead;

        Watched(DomainEventStream all, Set<Long> leftOut) {
            this.all = all;
            this.leftOut = leftOut;
        }

        @Override
        public boolean hasNext() {
            last.remove();
            if (ahead == null && all.hasNext()) {
                DomainEventMessage<?> event = all.next();
                ahead = leftOut.contains(event.getSequenceNumber()) ? placeOf(event) : event;
            }
            return ahead != null;
        }

        /** Axon counts an aggregate's events by those that it was handed. */
        private static DomainEventMessage<?> placeOf(DomainEventMessage<?> annulled) {
            return new GenericDomainEventMessage<>(
                    annulled.getType(),
                    annulled.getAggregateIdentifier(),
                    annulled.getSequenceNumber(),
                    Annulled.EVENT);
        }

        @Override
        public DomainEventMessage<?> peek() {
            if (!hasNext()) {
                throw new NoSuchElementException("there are no more events");
            }
            return Objects.requireNonNull(ahead);
        }

        @Override
        public DomainEventMessage<?> next() {
            DomainEventMessage<?> event = peek();
            ahead = null;
            last.set(event);
            return event;
        }

        @Override
        public Long getLastSequenceNumber() {
            return all.getLastSequenceNumber();
        }
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("a snapshot would hold what may be annulled later");
    }
}
