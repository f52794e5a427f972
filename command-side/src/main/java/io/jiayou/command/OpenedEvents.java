package io.jiayou.command;

import io.jiayou.outside.Dependencies;
import io.jiayou.personal.PersonalFields;
import io.jiayou.personal.SealedText;
import io.jiayou.privacy.PersonalData;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** An event store whose aggregates decide on what was said, not on its sealed form. Its streams stay sealed. */
public final class OpenedEvents extends ForwardingEvents {

    private final UnaryOperator<Object> opening;

    public OpenedEvents(EventStore events, PersonalData data) {
        this(events, data::opened);
    }

    private OpenedEvents(EventStore events, UnaryOperator<Object> opening) {
        super(events);
        this.opening = opening;
    }

    /**
     * For aggregates that decide on nothing personal but once: while what keeps the keys is away,
     * {@link SealedText#UNAVAILABLE} stands in the place of their texts.
     */
    public static OpenedEvents asFarAsKeysAreThere(EventStore events, PersonalData data, Dependencies dependencies) {
        return new OpenedEvents(events, stored -> {
            try {
                return data.opened(stored);
            } catch (RuntimeException e) {
                if (dependencies.behind(e).isEmpty()) {
                    throw e;
                }
                return withoutSealedTexts(stored);
            }
        });
    }

    private static Object withoutSealedTexts(Object event) {
        return PersonalFields.of(event.getClass())
                .exchange(
                        event,
                        (type, field, person, text) ->
                                SealedText.parse(text).isPresent() ? SealedText.UNAVAILABLE : text);
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
                opening.apply(payload),
                sealed.getMetaData(),
                sealed.getIdentifier(),
                sealed.getTimestamp());
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("a snapshot would hold in the open what its events hold sealed");
    }
}
