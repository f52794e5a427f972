package io.jiayou.audit.refold;

import io.jiayou.audit.EventRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import tools.jackson.databind.json.JsonMapper;

/** An event of a log as a store would give it to the serialiser and its upcasters. */
sealed interface LoggedEvent extends TrackedEventData<byte[]> {

    JsonMapper JSON = JsonMapper.builder().build();

    long position();

    EventRecord event();

    static LoggedEvent of(long position, EventRecord event) {
        return event.aggregateId() == null ? new Plain(position, event) : new OfAggregate(position, event);
    }

    @Override
    default TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(position());
    }

    @Override
    default String getEventIdentifier() {
        return event().id();
    }

    @Override
    default Instant getTimestamp() {
        return event().time();
    }

    @Override
    default SerializedObject<byte[]> getMetaData() {
        byte[] json = JSON.writeValueAsString(event().metadata()).getBytes(StandardCharsets.UTF_8);
        return new SerializedMetaData<>(json, byte[].class);
    }

    @Override
    default SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(event().payload(), byte[].class, event().type(), event().revision());
    }

    /** One that no aggregate published. */
    record Plain(long position, EventRecord event) implements LoggedEvent {}

    /** One of an aggregate. */
    record OfAggregate(long position, EventRecord event) implements LoggedEvent, DomainEventData<byte[]> {

        @Override
        public String getType() {
            return Objects.requireNonNull(event.aggregateType());
        }

        @Override
        public String getAggregateIdentifier() {
            return Objects.requireNonNull(event.aggregateId());
        }

        @Override
        public long getSequenceNumber() {
            return event.sequence();
        }
    }
}
