package io.jiayou.embedded.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads of the stored events, in bounded batches. */
final class EventLog {

    private static final int BATCH = 512;
    private static final int BATCH_BYTES = 1 << 20;

    private final DatabaseGuard database;

    EventLog(DatabaseGuard database) {
        this.database = database;
    }

    /** All events from a global index on. */
    Batches from(long index) {
        return new Batches(index, this::batchFrom, event -> event.index() + 1, 1);
    }

    private List<EventAt> batchFrom(long index) {
        List<byte[]> records = database.call(open -> open.records(index, BATCH, BATCH_BYTES));
        List<EventAt> events = new ArrayList<>(records.size());
        for (byte[] record : records) {
            try {
                events.add(EventAt.of(index + events.size(), StoredEvent.decode(record)));
            } catch (RuntimeException unreadable) {
                // whoever asks for less than a batch isn't told of what lies behind; whoever goes on is, at its own
                // position
                if (events.isEmpty()) {
                    throw unreadable;
                }
                break;
            }
        }
        return events;
    }

    /** The events of an aggregate from a sequence on. */
    Batches of(String aggregateId, long sequence) {
        return new Batches(
                sequence,
                from -> batchOf(aggregateId, from),
                event -> event.event().sequence() + 1,
                BATCH);
    }

    private List<EventAt> batchOf(String aggregateId, long sequence) {
        return database.call(open -> {
            List<byte[]> indexes = open.stream(aggregateId, sequence, BATCH);
            List<byte[]> records = open.recordsAt(indexes);
            List<EventAt> events = new ArrayList<>(records.size());
            for (int i = 0; i < records.size(); i++) {
                events.add(EventAt.of(Keys.index(indexes.get(i)), StoredEvent.decode(records.get(i))));
            }
            return events;
        });
    }

    OptionalLong lastSequence(String aggregateId) {
        return database.call(open -> open.lastSequence(aggregateId));
    }

    /**
     * The first global index whose event is of that moment or later. The index of moments knows milliseconds; within
     * the one that is asked for, the events are looked at.
     */
    OptionalLong firstReaching(Instant moment) {
        OptionalLong first = database.call(open -> open.firstReaching(Keys.millis(moment)));
        if (first.isEmpty()) {
            return first;
        }
        for (Batches events = from(first.getAsLong()); events.hasNext(); ) {
            EventAt event = events.next();
            if (!event.event().timestamp().isBefore(moment)) {
                return OptionalLong.of(event.index());
            }
        }
        return OptionalLong.empty();
    }
}
