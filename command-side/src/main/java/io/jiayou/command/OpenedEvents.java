package io.jiayou.command;

import io.jiayou.personal.PersonalFields;
import io.jiayou.privacy.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.jspecify.annotations.Nullable;

/** An event store whose aggregates decide on what was said, not on its sealed form. Its streams stay sealed. */
public record OpenedEvents(EventStore events, PersonalData data) implements EventStore {

    @Override
    public DomainEventStream readEvents(String aggregateId) {
        return opened(events.readEvents(aggregateId));
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequenceNumber) {
        return opened(events.readEvents(aggregateId, firstSequenceNumber));
    }

    private DomainEventStream opened(DomainEventStream sealed) {
        return DomainEventStream.of(sealed.asStream().map(this::opened), sealed::getLastSequenceNumber);
    }

    private DomainEventMessage<?> opened(DomainEventMessage<?> sealed) {
        if (PersonalFields.of(sealed.getPayloadType()).names().isEmpty()) {
            return sealed;
        }
        Object payload;
        try {
            payload = sealed.getPayload();
        } catch (RuntimeException | StackOverflowError unreadable) {
            // Whoever wants to take it in meets the same, and knows which event it was.
            return sealed;
        }
        return new GenericDomainEventMessage<>(
                sealed.getType(),
                sealed.getAggregateIdentifier(),
                sealed.getSequenceNumber(),
                data.opened(payload),
                sealed.getMetaData(),
                sealed.getIdentifier(),
                sealed.getTimestamp());
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("a snapshot would hold in the open what its events hold sealed");
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
