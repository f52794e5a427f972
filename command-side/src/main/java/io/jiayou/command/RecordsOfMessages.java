package io.jiayou.command;

import io.jiayou.audit.AggregateRecords;
import io.jiayou.audit.EventRecord;
import io.jiayou.serialization.EventSerializer;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SerializedObject;

/**
 * Events of a store that doesn't give its bytes away, written once more. An event of an earlier revision comes out in
 * today's form; everything else comes out as it was recorded.
 */
final class RecordsOfMessages implements AggregateRecords {

    private final EventStore events;
    private final EventSerializer serializer;

    RecordsOfMessages(EventStore events, EventSerializer serializer) {
        this.events = events;
        this.serializer = serializer;
    }

    @Override
    public List<EventRecord> of(String aggregateId) {
        return events.readEvents(aggregateId, 0).asStream().map(this::record).toList();
    }

    private EventRecord record(DomainEventMessage<?> event) {
        SerializedObject<byte[]> payload = serializer.serialize(event.getPayload(), byte[].class);
        SortedMap<String, String> metadata = new TreeMap<>();
        event.getMetaData().forEach((key, value) -> metadata.put(key, String.valueOf(value)));
        return new EventRecord(
                event.getIdentifier(),
                event.getTimestamp(),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                metadata,
                payload.getData());
    }
}
