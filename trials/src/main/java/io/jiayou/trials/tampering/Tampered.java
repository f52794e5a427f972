package io.jiayou.trials.tampering;

import io.jiayou.audit.verify.Entries;
import io.jiayou.embedded.events.StoredEvent;
import io.jiayou.standalone.EmbeddedEventRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A store's records, to be changed byte by byte. Reading them goes through the same decoding as the live store's. */
final class Tampered implements Entries {

    private final List<byte[]> records;
    private final Map<byte[], byte[]> knownLines;

    /**
     * @param records untouched
     * @param knownLines the lines of these very arrays: decoding an untouched record again would give the same
     */
    Tampered(List<byte[]> records, Map<byte[], byte[]> knownLines) {
        this.records = new ArrayList<>(records);
        this.knownLines = knownLines;
    }

    int any(RandomGenerator random) {
        return random.nextInt(records.size());
    }

    byte[] get(int at) {
        return records.get(at);
    }

    void replace(int at, byte[] record) {
        records.set(at, record);
    }

    void insert(int at, byte[] record) {
        records.add(at, record);
    }

    void remove(int at) {
        records.remove(at);
    }

    void cut(int size) {
        records.subList(size, records.size()).clear();
    }

    @Override
    public List<byte[]> from(long position, int atMost) {
        int from = (int) Math.min(position, records.size());
        int to = (int) Math.min(position + atMost, records.size());
        return records.subList(from, to).stream().map(this::line).toList();
    }

    private byte[] line(byte[] record) {
        byte[] known = knownLines.get(record);
        return known == null ? decoded(record) : known;
    }

    /** What can't be read any more is an empty line, as in {@link Entries#of}. */
    static byte[] decoded(byte[] record) {
        try {
            return EmbeddedEventRecords.record(StoredEvent.decode(record)).canonical();
        } catch (RuntimeException unreadable) {
            return new byte[0];
        }
    }
}
