package io.jiayou.embedded.events;

import io.jiayou.embedded.events.Append.Entry;
import io.jiayou.embedded.events.Append.SequenceTaken;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** What one sync makes durable: the accepted appends in the order of their global indexes. */
final class CommitBatch implements AutoCloseable {

    private static final int MOST_EVENTS = 4096;
    private static final int ENOUGH_BYTES = 4 << 20;

    private final WriteBatch writes = new WriteBatch();
    private final Set<ByteBuffer> taken = new HashSet<>();
    private final List<Append> accepted = new ArrayList<>();
    private final long firstIndex;
    private long nextIndex;
    private long latestMillis;
    private int bytes;

    CommitBatch(long nextIndex, long latestMillis) {
        this.firstIndex = nextIndex;
        this.nextIndex = nextIndex;
        this.latestMillis = latestMillis;
    }

    boolean full() {
        return nextIndex - firstIndex >= MOST_EVENTS || bytes >= ENOUGH_BYTES;
    }

    /** @throws SequenceTaken if one of its sequences is taken, on disk or in this batch; then nothing of it is added */
    void add(Append append, EventDatabase database) throws SequenceTaken, RocksDBException {
        refuseTaken(append.entries, database);
        for (Entry entry : append.entries) {
            put(entry, database);
        }
        accepted.add(append);
        bytes += append.bytes();
    }

    private void refuseTaken(List<Entry> entries, EventDatabase database) throws SequenceTaken, RocksDBException {
        Set<ByteBuffer> wanted = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            ByteBuffer key = ByteBuffer.wrap(entries.get(i).streamKey());
            if (!wanted.add(key) || taken.contains(key) || database.get(Column.STREAMS, key.array()) != null) {
                throw new SequenceTaken(i, entries.get(i).event());
            }
        }
        taken.addAll(wanted);
    }

    private void put(Entry entry, EventDatabase database) throws RocksDBException {
        byte[] index = Keys.index(nextIndex);
        writes.put(database.handle(Column.EVENTS), index, entry.record());
        writes.put(database.handle(Column.STREAMS), entry.streamKey(), index);
        if (entry.epochMillis() > latestMillis) {
            latestMillis = entry.epochMillis();
            writes.put(database.handle(Column.TIMES), Keys.time(latestMillis), index);
        }
        nextIndex++;
    }

    WriteBatch writes() {
        return writes;
    }

    List<Append> accepted() {
        return accepted;
    }

    long firstIndex() {
        return firstIndex;
    }

    long nextIndex() {
        return nextIndex;
    }

    long latestMillis() {
        return latestMillis;
    }

    @Override
    public void close() {
        writes.close();
    }
}
