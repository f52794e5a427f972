package io.jiayou.command;

import io.jiayou.audit.AggregateRecords;
import io.jiayou.audit.EventRecord;
import io.jiayou.serialization.EventSerializer;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The recorded events of aggregates that a decision doesn't change. */
public final class StoredRecords {

    private final AggregateRecords records;

    StoredRecords(AggregateRecords records) {
        this.records = records;
    }

    /** Of any store, by its messages. */
    public static StoredRecords in(EventStore events) {
        return new StoredRecords(new RecordsOfMessages(events, new EventSerializer()));
    }

    /** All events of an aggregate as of now, by their sequence. */
    public List<EventRecord> of(String aggregateId) {
        return records.of(aggregateId);
    }
}
