package io.jiayou.embedded.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/**
 * The columns of one open data directory, and the few ways they are read and written. Every call ends with all native
 * iterators closed, so nothing outlives it. Calls after {@link #close} crash the JVM: {@link DatabaseGuard} keeps them
 * away.
 */
final class EventDatabase implements AutoCloseable {

    private final RocksSettings settings;
    private final RocksDB rocks;
    private final List<ColumnFamilyHandle> columns;

    EventDatabase(RocksSettings settings, RocksDB rocks, List<ColumnFamilyHandle> columns) {
        this.settings = settings;
        this.rocks = rocks;
        this.columns = columns;
    }

    byte @Nullable [] get(Column column, byte[] key) throws RocksDBException {
        return rocks.get(handle(column), key);
    }

    ColumnFamilyHandle handle(Column column) {
        return columns.get(column.ordinal());
    }

    void writeSynced(WriteBatch batch) throws RocksDBException {
        rocks.write(settings.synced, batch);
    }

    void putLazily(Column column, byte[] key, byte[] value) throws RocksDBException {
        rocks.put(handle(column), settings.lazily, key, value);
    }

    void putSynced(Column column, byte[] key, byte[] value) throws RocksDBException {
        rocks.put(handle(column), settings.synced, key, value);
    }

    /** The index that the next event gets, which is also how many there are. */
    long nextIndex() throws RocksDBException {
        byte[] last = lastKey(Column.EVENTS);
        return last == null ? 0 : Keys.index(last) + 1;
    }

    /** The latest moment of any event in milliseconds since 1970, or {@link Keys#NO_MOMENT}. */
    long latestMillis() throws RocksDBException {
        byte[] last = lastKey(Column.TIMES);
        return last == null ? Keys.NO_MOMENT : Keys.time(last);
    }

    private byte @Nullable [] lastKey(Column column) throws RocksDBException {
        try (RocksIterator iterator = rocks.newIterator(handle(column))) {
            iterator.seekToLast();
            return current(iterator) ? iterator.key() : null;
        }
    }

    /** Up to so many records from an index on, fewer if they pass the number of bytes; empty at the end. */
    List<byte[]> records(long fromIndex, int most, int enoughBytes) throws RocksDBException {
        List<byte[]> records = new ArrayList<>();
        try (RocksIterator iterator = rocks.newIterator(handle(Column.EVENTS), settings.scanning)) {
            byte[] key = new byte[Long.BYTES];
            int bytes = 0;
            iterator.seek(Keys.index(fromIndex));
            while (records.size() < most && bytes < enoughBytes && current(iterator)) {
                iterator.key(key);
                boolean next = Keys.index(key) == fromIndex + records.size();
                if (!next && !records.isEmpty()) {
                    // what is before a gap can be read; the batch that begins with it fails
                    break;
                }
                expect(next, "an event is missing");
                byte[] record = iterator.value();
                records.add(record);
                bytes += record.length;
                iterator.next();
            }
        }
        return records;
    }

    /** The global indexes of an aggregate's events from a sequence on, as keys, at most so many. */
    List<byte[]> stream(String aggregateId, long fromSequence, int most) throws RocksDBException {
        byte[] prefix = Keys.aggregate(aggregateId);
        List<byte[]> indexes = new ArrayList<>();
        try (RocksIterator iterator = rocks.newIterator(handle(Column.STREAMS))) {
            iterator.seek(Keys.stream(aggregateId, fromSequence));
            while (indexes.size() < most && current(iterator) && Keys.startsWith(iterator.key(), prefix)) {
                indexes.add(iterator.value());
                iterator.next();
            }
        }
        return indexes;
    }

    /** The records at these keys, in their order. */
    List<byte[]> recordsAt(List<byte[]> indexes) throws RocksDBException {
        if (indexes.isEmpty()) {
            return List.of();
        }
        List<byte[]> records =
                rocks.multiGetAsList(Collections.nCopies(indexes.size(), handle(Column.EVENTS)), indexes);
        expect(!records.contains(null), "an aggregate's event is missing");
        return records;
    }

    OptionalLong lastSequence(String aggregateId) throws RocksDBException {
        try (RocksIterator iterator = rocks.newIterator(handle(Column.STREAMS))) {
            iterator.seekForPrev(Keys.stream(aggregateId, Long.MAX_VALUE));
            return current(iterator) && Keys.startsWith(iterator.key(), Keys.aggregate(aggregateId))
                    ? OptionalLong.of(Keys.sequence(iterator.key()))
                    : OptionalLong.empty();
        }
    }

    /** The first global index whose event is of that millisecond or later. */
    OptionalLong firstReaching(long epochMillis) throws RocksDBException {
        try (RocksIterator iterator = rocks.newIterator(handle(Column.TIMES))) {
            iterator.seek(Keys.time(epochMillis));
            return current(iterator) ? OptionalLong.of(Keys.index(iterator.value())) : OptionalLong.empty();
        }
    }

    private static void expect(boolean sound, String damage) {
        if (!sound) {
            throw new EventStoreException("The event store is damaged: " + damage);
        }
    }

    /** An iterator that stopped at an error isn't at the end. */
    private static boolean current(RocksIterator iterator) throws RocksDBException {
        if (iterator.isValid()) {
            return true;
        }
        iterator.status();
        return false;
    }

    @Override
    public void close() {
        columns.forEach(Natives::close);
        Natives.close(rocks);
        settings.close();
    }
}
