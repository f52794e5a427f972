package io.jiayou.command;

import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import io.jiayou.audit.AggregateRecords;
import io.jiayou.audit.EventRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The events of an aggregate on Axon Server, byte for byte, past serialisers, upcasters and snapshots. */
final class AxonServerAggregateRecords implements AggregateRecords {

    private final Supplier<EventChannel> channel;

    AxonServerAggregateRecords(Supplier<EventChannel> channel) {
        this.channel = channel;
    }

    @Override
    public List<EventRecord> of(String aggregateId) {
        AggregateEventStream stream = channel.get().openAggregateStream(aggregateId, 0L);
        List<EventRecord> records = new ArrayList<>();
        try {
            while (stream.hasNext()) {
                records.add(record(stream.next()));
            }
            return records;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading events", e);
        } finally {
            stream.cancel();
        }
    }

    private static EventRecord record(Event event) {
        SortedMap<String, String> metadata = new TreeMap<>();
        event.getMetaDataMap().forEach((key, value) -> metadata.put(key, text(value)));
        return new EventRecord(
                event.getMessageIdentifier(),
                Instant.ofEpochMilli(event.getTimestamp()),
                event.getAggregateType(),
                event.getAggregateIdentifier(),
                event.getAggregateSequenceNumber(),
                event.getPayload().getType(),
                absentIfEmpty(event.getPayload().getRevision()),
                metadata,
                event.getPayload().getData().toByteArray());
    }

    /** All our metadata are texts; whatever else somebody wrote is told by its own text form. */
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
