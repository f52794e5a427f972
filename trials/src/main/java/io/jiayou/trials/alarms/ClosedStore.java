package io.jiayou.trials.alarms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** An event store that nobody has open, as somebody sees it who has the disk and no respect. */
record ClosedStore(Path directory) {

    private static final String EVENTS = "events";

    /** What an intruder makes of a record. */
    interface Alteration {
        byte[] of(byte[] record);
    }

    /** @return the record as it was */
    byte[] alter(long position, Alteration alteration) throws RocksDBException {
        byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(position).array();
        List<ColumnFamilyDescriptor> columns = columns();
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try (DBOptions options = new DBOptions();
                RocksDB rocks = RocksDB.open(options, directory.toString(), columns, handles)) {
            ColumnFamilyHandle events = handles.get(indexOf(columns));
            byte[] before = rocks.get(events, key);
            if (before == null) {
                throw new IllegalArgumentException("there is no event at position " + position);
            }
            rocks.put(events, key, alteration.of(before));
            handles.forEach(ColumnFamilyHandle::close);
            return before;
        }
    }

    private List<ColumnFamilyDescriptor> columns() throws RocksDBException {
        try (Options options = new Options()) {
            return RocksDB.listColumnFamilies(options, directory.toString()).stream()
                    .map(ColumnFamilyDescriptor::new)
                    .toList();
        }
    }

    private static int indexOf(List<ColumnFamilyDescriptor> columns) {
        for (int n = 0; n < columns.size(); n++) {
            if (new String(columns.get(n).getName(), UTF_8).equals(EVENTS)) {
                return n;
            }
        }
        throw new IllegalStateException("the store has no events");
    }
}
