package io.jiayou.audit.records;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.jiayou.audit.EventRecord;
import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events as Axon Server keeps them, and the same independent of it. */
final class RawEvents {

    private RawEvents() {}

    static EventRecord record(Event event) {
        boolean ofAggregate = !event.getAggregateType().isEmpty();
        return new EventRecord(
                event.getMessageIdentifier(),
                Instant.ofEpochMilli(event.getTimestamp()),
                ofAggregate ? event.getAggregateType() : null,
                ofAggregate ? event.getAggregateIdentifier() : null,
                event.getAggregateSequenceNumber(),
                event.getPayload().getType(),
                absentIfEmpty(event.getPayload().getRevision()),
                metadata(event),
                event.getPayload().getData().toByteArray());
    }

    /** @throws IllegalArgumentException for an event that would come back changed */
    static Event event(EventRecord record) {
        Event.Builder event = Event.newBuilder()
                .setMessageIdentifier(record.id())
                .setTimestamp(record.time().toEpochMilli())
                .setAggregateType(Objects.requireNonNullElse(record.aggregateType(), ""))
                .setAggregateIdentifier(Objects.requireNonNullElse(record.aggregateId(), ""))
                .setAggregateSequenceNumber(record.sequence())
                .setPayload(SerializedObject.newBuilder()
                        .setType(record.type())
                        .setRevision(Objects.requireNonNullElse(record.revision(), ""))
                        .setData(ByteString.copyFrom(record.payload())));
        record.metadata()
                .forEach((key, value) -> event.putMetaData(
                        key, MetaDataValue.newBuilder().setTextValue(value).build()));
        Event built = event.build();
        if (!record(built).equals(record)) {
            throw new IllegalArgumentException("Axon Server can't keep " + record + " as it is");
        }
        return built;
    }

    /** All our metadata are texts; whatever else somebody wrote is told by its own text form. */
    private static SortedMap<String, String> metadata(Event event) {
        SortedMap<String, String> metadata = new TreeMap<>();
        event.getMetaDataMap().forEach((key, value) -> metadata.put(key, text(value)));
        return metadata;
    }

    private static String text(MetaDataValue value) {
        return switch (value.getDataCase()) {
            case TEXT_VALUE -> value.getTextValue();
            case NUMBER_VALUE -> Long.toString(value.getNumberValue());
            case BOOLEAN_VALUE -> Boolean.toString(value.getBooleanValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case BYTES_VALUE, DATA_NOT_SET ->
                throw new IllegalArgumentException("metadata that is neither a text nor a number");
        };
    }

    private static @Nullable String absentIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
