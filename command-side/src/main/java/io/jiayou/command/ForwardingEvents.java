package io.jiayou.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.jspecify.annotations.Nullable;

/** What an event store that shows aggregates their events in another way does like the store behind it. */
abstract class ForwardingEvents implements EventStore {

    /** The store behind. */
    final EventStore events;

    ForwardingEvents(EventStore events) {
        this.events = events;
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
