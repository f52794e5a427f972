package io.jiayou.embedded.events;

import java.util.ArrayList;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.ReadOptions;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteOptions;

/** How RocksDB is set up: little memory, every write forced, a damaged log refused rather than cut. */
final class RocksSettings implements AutoCloseable {

    private static final long MIB = 1 << 20;
    private static final long CACHE = 32 * MIB;
    private static final int CACHE_SHARD_BITS = 2;
    private static final double SHARE_OF_INDEXES = 0.5;
    private static final long ALL_WRITE_BUFFERS = 16 * MIB;
    private static final long WRITE_BUFFER = 8 * MIB;
    private static final long WRITE_AHEAD_LOG = 64 * MIB;
    private static final int BLOCK = 16 << 10;
    private static final int OPEN_FILES = 256;

    private final List<AutoCloseable> natives = new ArrayList<>();
    // Few shards: a block that is larger than its shard isn't cached, and is read again for every key.
    private final Cache cache = keep(new LRUCache(CACHE, CACHE_SHARD_BITS, false, SHARE_OF_INDEXES));
    private final BloomFilter bloom = keep(new BloomFilter(10));

    final DBOptions database = keep(databaseOptions());
    /** An acknowledged write has been forced to disk. */
    final WriteOptions synced = keep(new WriteOptions().setSync(true));
    /** Whoever reads everything in order would push out of the cache what commands read again and again. */
    final ReadOptions scanning = keep(new ReadOptions().setFillCache(false));
    /** For what can be made again: lost at most with the machine. */
    final WriteOptions lazily = keep(new WriteOptions());

    final List<ColumnFamilyDescriptor> columns = new ArrayList<>();

    RocksSettings() {
        for (Column column : Column.values()) {
            columns.add(new ColumnFamilyDescriptor(column.bytes(), keep(columnOptions(column))));
        }
    }

    private static DBOptions databaseOptions() {
        return new DBOptions()
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                // A torn last record is what a kill leaves; a hole before the end would lose acknowledged events.
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setMaxTotalWalSize(WRITE_AHEAD_LOG)
                .setDbWriteBufferSize(ALL_WRITE_BUFFERS)
                .setMaxOpenFiles(OPEN_FILES)
                .setMaxBackgroundJobs(2)
                .setBytesPerSync(MIB)
                .setStatsDumpPeriodSec(0)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setMaxLogFileSize(MIB)
                .setKeepLogFileNum(3);
    }

    private ColumnFamilyOptions columnOptions(Column column) {
        return new ColumnFamilyOptions()
                .setWriteBufferSize(WRITE_BUFFER)
                // Every append asks whether its sequence is taken, and nearly always it isn't.
                .setMemtableWholeKeyFiltering(column == Column.STREAMS)
                .setMemtablePrefixBloomSizeRatio(column == Column.STREAMS ? 0.1 : 0)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(cache)
                        .setBlockSize(BLOCK)
                        .setFilterPolicy(bloom)
                        // A whole file's filter has megabytes, a part of it a few kilobytes.
                        .setIndexType(IndexType.kTwoLevelIndexSearch)
                        .setPartitionFilters(true)
                        .setCacheIndexAndFilterBlocks(true)
                        .setCacheIndexAndFilterBlocksWithHighPriority(true)
                        .setPinTopLevelIndexAndFilter(true)
                        .setPinL0FilterAndIndexBlocksInCache(true));
    }

    private <T extends AutoCloseable> T keep(T handle) {
        natives.add(handle);
        return handle;
    }

    @Override
    public void close() {
        for (AutoCloseable handle : natives.reversed()) {
            Natives.close(handle);
        }
    }
}
