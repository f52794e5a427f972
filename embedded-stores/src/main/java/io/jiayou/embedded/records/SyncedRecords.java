package io.jiayou.embedded.records;

import io.jiayou.embedded.events.Natives;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/**
 * Texts by keys in a directory that only its owner can read. A change is on disk before it's answered, and happens only
 * if nobody changed the same record since it was read.
 */
public final class SyncedRecords implements AutoCloseable {

    private static final int STRIPES = 64;

    /** Of what is read, and of what is written before it goes to a file: records are few and small, and some are replaced every second. */
    private static final long MEMORY = 4 << 20;

    private final Cache cache;
    private final Options options;
    private final WriteOptions synced;
    private final List<Object> stripes =
            IntStream.range(0, STRIPES).mapToObj(stripe -> new Object()).toList();
    /** A native handle that is used after it was freed crashes the JVM: closing waits for those inside. */
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private final RocksDB database;
    private boolean closed;

    /** @throws UncheckedIOException if the directory can't be used */
    public SyncedRecords(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            Natives.load(directory.resolve("native"));
            cache = new LRUCache(MEMORY);
            options = options(cache);
            synced = new WriteOptions().setSync(true);
            database = RocksDB.open(options, directory.resolve("records").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " can't be used", e);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    /** Uncompressed, so that anybody can look through the files for what shouldn't be there any more. */
    private static Options options(Cache cache) {
        return new Options()
                .setCreateIfMissing(true)
                .setKeepLogFileNum(2)
                .setWriteBufferSize(MEMORY)
                .setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(cache))
                .setCompressionType(CompressionType.NO_COMPRESSION);
    }

    /** The text of a key. */
    public Optional<String> find(String key) {
        return inside(() -> Optional.ofNullable(database.get(bytes(key))).map(SyncedRecords::text));
    }

    /**
     * Replaces a text, if it is still what it was.
     *
     * @param before none if there must be no such key
     * @param after none to remove the key
     * @return whether it was replaced
     */
    public boolean replace(String key, @Nullable String before, @Nullable String after) {
        return inside(() -> {
            synchronized (stripes.get(Math.floorMod(key.hashCode(), STRIPES))) {
                byte[] now = database.get(bytes(key));
                if (!Objects.equals(before, now == null ? null : text(now))) {
                    return false;
                }
                if (after == null) {
                    database.delete(synced, bytes(key));
                } else {
                    database.put(synced, bytes(key), bytes(after));
                }
                return true;
            }
        });
    }

    /** All keys that begin so, in their order. */
    public List<String> keys(String prefix) {
        return inside(() -> {
            List<String> keys = new ArrayList<>();
            try (RocksIterator each = database.newIterator()) {
                for (each.seek(bytes(prefix)); each.isValid(); each.next()) {
                    String key = text(each.key());
                    if (!key.startsWith(prefix)) {
                        break;
                    }
                    keys.add(key);
                }
                each.status();
            }
            return keys;
        });
    }

    /**
     * Writes the files anew that hold keys which begin so, without what was removed or replaced of it; earlier files are deleted, the
     * journal's too. What a disk keeps of deleted files is beyond it.
     */
    public void shred(String prefix) {
        inside(() -> {
            byte[] from = bytes(prefix);
            byte[] to = Arrays.copyOf(from, from.length + 1);
            to[from.length] = (byte) 0xff;
            try (FlushOptions flush = new FlushOptions().setWaitForFlush(true);
                    CompactRangeOptions whole = new CompactRangeOptions()
                            .setBottommostLevelCompaction(BottommostLevelCompaction.kForce)
                            .setExclusiveManualCompaction(true)) {
                database.flush(flush);
                database.compactRange(null, from, to, whole);
                // what is obsolete is deleted now, not some time
                database.disableFileDeletions();
                database.enableFileDeletions();
                return true;
            }
        });
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                List.of(database, synced, options, cache).forEach(Natives::close);
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    private interface Call<T> {
        T answer() throws RocksDBException;
    }

    private <T> T inside(Call<T> call) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the records are closed");
            }
            return call.answer();
        } catch (RocksDBException e) {
            throw failed(e);
        } finally {
            use.readLock().unlock();
        }
    }

    private static UncheckedIOException failed(RocksDBException e) {
        return new UncheckedIOException(new IOException("the records can't be read or written: " + e.getMessage(), e));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
