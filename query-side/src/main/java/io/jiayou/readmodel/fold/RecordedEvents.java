package io.jiayou.readmodel.fold;

import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.UnreadablePayload;
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
        return toldPositionOf(message)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The event " + message.getIdentifier() + " has no global position"));
    }

    /** As above, where the store says it: not all do with the events of one aggregate. */
    public static OptionalLong toldPositionOf(EventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position()
                : OptionalLong.empty();
    }

    /** The message's content; deserialises its payload, which may turn out to be an {@link UnreadablePayload}. */
    public static RecordedEvent of(EventMessage<?> message) {
        return of(message, positionOf(message));
    }

    /** As above, for a message that doesn't say its position. */
    public static RecordedEvent of(EventMessage<?> message, long position) {
        boolean ofAggregate = message instanceof DomainEventMessage<?>;
        return new RecordedEvent(
                position,
                message.getIdentifier(),
                ofAggregate ? ((DomainEventMessage<?>) message).getAggregateIdentifier() : message.getIdentifier(),
                ofAggregate ? ((DomainEventMessage<?>) message).getSequenceNumber() : 0,
                message.getTimestamp(),
                payload(message),
                metadata(message));
    }

    /** Deserialising is pure: it fails every time, so trying again is no use. */
    private static Object payload(EventMessage<?> message) {
        try {
            message.getMetaData();
            return message.getPayload();
        } catch (RuntimeException | StackOverflowError e) {
            return new UnreadablePayload(message.getPayloadType(), Folding.nameOf(e));
        }
    }

    private static Map<String, String> metadata(EventMessage<?> message) {
        try {
            return strings(message.getMetaData());
        } catch (RuntimeException unreadable) {
            return Map.of();
        }
    }

    private static Map<String, String> strings(MetaData metadata) {
        Map<String, String> strings = HashMap.newHashMap(metadata.size());
        metadata.forEach((key, value) -> strings.put(key, String.valueOf(value)));
        return strings;
    }
}
