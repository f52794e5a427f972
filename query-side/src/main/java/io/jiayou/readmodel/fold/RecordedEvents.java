package io.jiayou.readmodel.fold;

import io.jiayou.readmodel.RecordedEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;

/** Reads Axon's messages as {@linkplain RecordedEvent recorded events}. */
public final class RecordedEvents {

    private RecordedEvents() {}

    /** Where the message stands in the global order, from 0. */
    public static long positionOf(EventMessage<?> message) {
        if (message instanceof TrackedEventMessage<?> tracked) {
            OptionalLong position = tracked.trackingToken().position();
            if (position.isPresent()) {
                return position.getAsLong();
            }
        }
        throw new IllegalArgumentException("The event " + message.getIdentifier() + " has no global position");
    }

    /** The message's content; deserialises its payload. */
    public static RecordedEvent of(EventMessage<?> message) {
        boolean ofAggregate = message instanceof DomainEventMessage<?>;
        return new RecordedEvent(
                positionOf(message),
                message.getIdentifier(),
                ofAggregate ? ((DomainEventMessage<?>) message).getAggregateIdentifier() : message.getIdentifier(),
                ofAggregate ? ((DomainEventMessage<?>) message).getSequenceNumber() : 0,
                message.getTimestamp(),
                message.getPayload(),
                strings(message.getMetaData()));
    }

    private static Map<String, String> strings(MetaData metadata) {
        Map<String, String> strings = HashMap.newHashMap(metadata.size());
        metadata.forEach((key, value) -> strings.put(key, String.valueOf(value)));
        return strings;
    }
}
