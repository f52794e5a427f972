package io.jiayou.command;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * An event store whose aggregates leave out what is annulled, and that knows which event was handed out last: when an
 * aggregate can't be loaded and no store is to blame, it's that one. Its streams leave nothing out.
 */
final class ReadableEvents implements EventStore {

    private final EventStore events;
    private final AnnulledEvents annulled;
    private final StoredEvents places;
    private final ThreadLocal<DomainEventMessage<?>> last = new ThreadLocal<>();

    /** @param changed is told of each aggregate that leaves out one event more: what was kept of it is old */
    ReadableEvents(EventStore events, Consumer<String> changed) {
        this.events = events;
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
            while (ahead == null && all.hasNext()) {
                DomainEventMessage<?> event = all.next();
                ahead = leftOut.contains(event.getSequenceNumber()) ? null : event;
            }
            return ahead != null;
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

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return events.lastSequenceNumberFor(aggregateId);
    }

    @Override
    public void publish(List<? extends EventMessage<?>> published) {
        events.publish(published);
    }

    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> processor) {
        return events.subscribe(processor);
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super EventMessage<?>> interceptor) {
        return events.registerDispatchInterceptor(interceptor);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return events.openStream(token);
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return events.createTokenAt(moment);
    }

    @Override
    public TrackingToken createHeadToken() {
        return events.createHeadToken();
    }
}
