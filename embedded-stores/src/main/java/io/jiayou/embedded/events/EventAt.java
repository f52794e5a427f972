package io.jiayou.embedded.events;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** A stored event as Axon reads it. */
sealed interface EventAt extends TrackedEventData<byte[]> {

    long index();

    StoredEvent event();

    static EventAt of(long index, StoredEvent event) {
        return event.ofAggregate() ? new OfAggregate(index, event) : new Plain(index, event);
    }

    @Override
    default TrackingToken trackingToken() {
        return Tokens.at(index());
    }

    @Override
    default String getEventIdentifier() {
        return event().identifier();
    }

    @Override
    default Instant getTimestamp() {
        return event().timestamp();
    }

    @Override
    default SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(event().metaData(), byte[].class);
    }

    @Override
    default SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(
                event().payload(),
                byte[].class,
                new SimpleSerializedType(event().payloadType(), event().payloadRevision()));
    }

    /** Published by no aggregate. */
    record Plain(long index, StoredEvent event) implements EventAt {}

    /** Published by an aggregate, or a snapshot of one. */
    record OfAggregate(long index, StoredEvent event) implements EventAt, DomainEventData<byte[]> {

        @Override
        public @Nullable String getType() {
            return event.aggregateType();
        }

        @Override
        public String getAggregateIdentifier() {
            return event.aggregateId();
        }

        @Override
        public long getSequenceNumber() {
            return event.sequence();
        }
    }
}
