package io.jiayou.embedded.events;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;

/** Turns messages into what is stored, and what is stored into messages. */
record Messages(Serializer serializer, EventUpcaster upcasters) {

    /** An event without an aggregate is kept under its own identifier, at sequence 0. */
    static StoredEvent stored(EventMessage<?> event, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metaData = event.serializeMetaData(serializer, byte[].class);
        DomainEventMessage<?> ofAggregate = event instanceof DomainEventMessage<?> domain ? domain : null;
        return new StoredEvent(
                event.getIdentifier(),
                ofAggregate == null ? null : ofAggregate.getType(),
                ofAggregate == null ? event.getIdentifier() : ofAggregate.getAggregateIdentifier(),
                ofAggregate == null ? 0 : ofAggregate.getSequenceNumber(),
                event.getTimestamp(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metaData.getData());
    }

    /** Deserialises lazily, after upcasting. */
    Stream<TrackedEventMessage<?>> ofStored(Stream<EventAt> events) {
        return EventUtils.upcastAndDeserializeTrackedEvents(events, serializer, upcasters);
    }

    /**
     * The same messages as {@link #ofStored} makes, with the payload object that was appended wherever no upcaster
     * touches the event. The metadata is always what was stored: serialising can change the types of its values.
     */
    List<TrackedEventMessage<?>> ofAppended(long index, StoredEvent event, @Nullable Object payload) {
        EventAt data = EventAt.of(index, event);
        return payload == null || upcast(data) ? ofStored(Stream.of(data)).toList() : List.of(message(data, payload));
    }

    private boolean upcast(EventAt data) {
        if (upcasters == NoOpEventUpcaster.INSTANCE) {
            return false;
        }
        IntermediateEventRepresentation before = new InitialEventRepresentation(data, serializer);
        List<IntermediateEventRepresentation> after =
                upcasters.upcast(Stream.of(before)).toList();
        return after.size() != 1 || after.getFirst() != before;
    }

    private TrackedEventMessage<?> message(EventAt data, Object payload) {
        SerializedMessage<?> message = new SerializedMessage<>(
                data.getEventIdentifier(),
                new LazyDeserializingObject<>(payload),
                new LazyDeserializingObject<MetaData>(data.getMetaData(), serializer));
        StoredEvent event = data.event();
        return event.ofAggregate()
                ? new GenericTrackedDomainEventMessage<>(
                        data.trackingToken(),
                        event.aggregateType(),
                        event.aggregateId(),
                        event.sequence(),
                        message,
                        event::timestamp)
                : new GenericTrackedEventMessage<>(data.trackingToken(), message, event::timestamp);
    }
}
