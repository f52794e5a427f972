package io.jiayou.command;

import io.jiayou.personal.PersonalFields;
import io.jiayou.privacy.PersonalData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** An event store whose aggregates decide on what was said, not on its sealed form. Its streams stay sealed. */
public final class OpenedEvents extends ForwardingEvents {

    private final PersonalData data;

    public OpenedEvents(EventStore events, PersonalData data) {
        super(events);
        this.data = data;
    }

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
}
