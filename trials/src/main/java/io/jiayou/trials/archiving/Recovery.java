package io.jiayou.trials.archiving;

import io.jiayou.embedded.events.AnnouncingEventStore;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.embedded.events.StoredEvent;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.trials.bench.Directories;
import io.jiayou.trials.stores.ReadModelNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Restoring until it serves, and the least that it could be: the archive's bytes copied and forced to disk, then the events,
 * which are in memory, loaded into an empty store in bulk.
 *
 * <p>"Restore to serving ≥ 1 × (raw copy + raw bulk load)" is read as rates of events per second: restoring would have to be
 * no slower than both raw steps one after the other. The restore verifies everything, opens and parses every line, loads the
 * same events, reads them again to compare the root, and fills all read models; the raw steps do none of this. Both sides are
 * in this process: starting a Java machine isn't counted.
 */
final class Recovery {

    private static final int BATCH = 1_000;

    private final ArchivedHistory history;
    private final Path archive;
    private final Path directory;
    private final List<StoredEvent> events;

    /** @param archive a folder that holds the history's archive */
    Recovery(ArchivedHistory history, Path archive, Path directory) {
        this.history = history;
        this.archive = archive;
        this.directory = directory;
        this.events = history.stored();
    }

    /** Verifies, restores, and fills the read models until all of them answer; events per second. */
    double serving() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(directory, "served-");
        long started = System.nanoTime();
        history.restore(archive, data);
        long nanos;
        try (RocksEventStorageEngine engine = open(data.resolve("events"));
                ReadModelNode node = ReadModelNode.start(AnnouncingEventStore.on(engine))) {
            node.awaitLive();
            nanos = System.nanoTime() - started;
        }
        Directories.delete(data);
        return rate(nanos);
    }

    /** Raw copy and raw bulk load; events per second. */
    double raw() throws IOException {
        Path place = Files.createTempDirectory(directory, "raw-");
        long started = System.nanoTime();
        copy(Files.createDirectory(place.resolve("archive")));
        try (RocksEventStorageEngine engine = open(place.resolve("events"))) {
            for (int at = 0; at < events.size(); at += BATCH) {
                engine.appendRaw(events.subList(at, Math.min(events.size(), at + BATCH)));
            }
        }
        long nanos = System.nanoTime() - started;
        Directories.delete(place);
        return rate(nanos);
    }

    private void copy(Path to) throws IOException {
        try (Stream<Path> all = Files.walk(archive)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copied = to.resolve(archive.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                try (FileChannel out =
                        FileChannel.open(copied, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
                    while (bytes.hasRemaining()) {
                        out.write(bytes);
                    }
                    out.force(true);
                }
            }
        }
    }

    private static RocksEventStorageEngine open(Path directory) {
        EventSerializer serializer = new EventSerializer();
        return RocksEventStorageEngine.open(directory, serializer, serializer, Upcasters.chain());
    }

    private double rate(long nanos) {
        return events.size() / (nanos / 1e9);
    }
}
