package io.jiayou.standalone;

import io.jiayou.audit.AggregateRecords;
import io.jiayou.audit.EventLine;
import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecordStore;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.embedded.events.StoredEvent;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The events of the embedded store, byte for byte, past serialisers and upcasters. */
public final class EmbeddedEventRecords implements EventRecordStore, AggregateRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> METADATA = new TypeReference<>() {};

    private final RocksEventStorageEngine engine;

    public EmbeddedEventRecords(RocksEventStorageEngine engine) {
        this.engine = engine;
    }

    @Override
    public long size() {
        return engine.size();
    }

    @Override
    public List<EventRecord> from(long position, int atMost) {
        try (Stream<StoredEvent> events = engine.readRaw(position)) {
            return events.limit(atMost).map(EmbeddedEventRecords::record).toList();
        }
    }

    @Override
    public List<byte[]> lines(long position, int atMost) {
        try (Stream<StoredEvent> events = engine.readRaw(position)) {
            return events.limit(atMost).map(EmbeddedEventRecords::line).toList();
        }
    }

    private static byte[] line(StoredEvent event) {
        boolean ofAggregate = event.aggregateType() != null;
        byte[] line = EventLine.ofPlain(
                event.identifier(),
                event.timestamp(),
                event.aggregateType(),
                ofAggregate ? event.aggregateId() : null,
                event.sequence(),
                event.payloadType(),
                event.payloadRevision(),
                event.metaData(),
                event.payload());
        return line == null ? record(event).canonical() : line;
    }

    @Override
    public void append(long position, List<EventRecord> events) {
        if (position != size()) {
            throw new IllegalStateException("the store has " + size() + " events, not " + position);
        }
        engine.appendRaw(events.stream().map(EmbeddedEventRecords::stored).toList());
    }

    private static StoredEvent stored(EventRecord event) {
        String aggregate = event.aggregateId();
        return new StoredEvent(
                event.id(),
                event.aggregateType(),
                aggregate == null ? event.id() : aggregate,
                event.sequence(),
                event.time(),
                event.type(),
                event.revision(),
                event.payload(),
                JSON.writeValueAsBytes(event.metadata()));
    }

    @Override
    public List<EventRecord> of(String aggregateId) {
        try (Stream<StoredEvent> events = engine.readRaw(aggregateId)) {
            return events.map(EmbeddedEventRecords::record).toList();
        }
    }

    /** The same event, independent of its store. */
    public static EventRecord record(StoredEvent event) {
        boolean ofAggregate = event.aggregateType() != null;
        SortedMap<String, String> metadata = JSON.readValue(event.metaData(), METADATA);
        return new EventRecord(
                event.identifier(),
                event.timestamp(),
                event.aggregateType(),
                ofAggregate ? event.aggregateId() : null,
                event.sequence(),
                event.payloadType(),
                event.payloadRevision(),
                metadata,
                event.payload());
    }
}
