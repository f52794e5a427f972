package io.jiayou.trials.archiving;

import io.jiayou.archive.restore.Restored;
import io.jiayou.archive.restore.Until;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.target.FolderTarget;
import io.jiayou.archive.verify.Known;
import io.jiayou.archive.verify.Trust;
import io.jiayou.archive.write.ArchiveKeys;
import io.jiayou.archive.write.ArchiveSource;
import io.jiayou.archive.write.Archiver;
import io.jiayou.archive.write.Pace;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.backup.LogHeads;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.embedded.events.StoredEvent;
import io.jiayou.recovery.RestoredDirectory;
import io.jiayou.standalone.EmbeddedEventRecords;
import io.jiayou.transparency.NoteSigner;
import io.jiayou.trials.rebuild.OrderHistory;
import io.jiayou.trials.stores.CommandPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** A history of orders in a store with its audit log, and the keys of its archives. */
final class ArchivedHistory implements AutoCloseable {

    private final CommandPath path;
    private final RocksEventStorageEngine engine;
    private final EmbeddedEventRecords records;
    private final AuditLog log;
    private final NoteSigner signer = NoteSigner.generate("jiayou.example/bench/archive");
    private final AgeIdentity identity = AgeIdentity.generate();

    private ArchivedHistory(Path directory, CommandPath path) {
        this.path = path;
        engine = path.bean(RocksEventStorageEngine.class);
        records = new EmbeddedEventRecords(engine);
        log = AuditLog.open(directory.resolve("audit"), "jiayou.example/bench", records);
    }

    /**
     * Makes one.
     *
     * @param events how many it has, at least
     */
    static ArchivedHistory grow(Path directory, long events) throws Exception {
        CommandPath path = CommandPath.onOurs(Files.createDirectory(directory.resolve("events")));
        ArchivedHistory history = new ArchivedHistory(directory, path);
        OrderHistory.grow(path, events);
        history.log.extend();
        return history;
    }

    long events() {
        return log.newest().size();
    }

    EmbeddedEventRecords records() {
        return records;
    }

    AgeIdentity identity() {
        return identity;
    }

    /** All events as the store keeps them, in memory. */
    List<StoredEvent> stored() {
        try (Stream<StoredEvent> all = engine.readRaw(0)) {
            return all.limit(log.newest().size()).toList();
        }
    }

    /** Writes a whole archive to a new folder, as the running system would. */
    void archive(Path folder) throws IOException {
        Path memory = folder.resolveSibling(folder.getFileName() + ".head");
        Files.deleteIfExists(memory);
        new Archiver(
                        FolderTarget.open("bench", folder),
                        new ArchiveSource(records, new LogHeads(log)),
                        new ArchiveKeys(signer, List.of(identity.recipient())),
                        Pace.usual(),
                        memory,
                        InstantSource.system())
                .flush();
    }

    /**
     * Verifies an archive and restores all of it.
     *
     * @param data empty or absent
     */
    void restore(Path folder, Path data) throws IOException {
        Restored restored = new RestoredDirectory(
                        FolderTarget.existing("bench", folder),
                        new Trust(signer.verifier(), log.trusted()),
                        Known.nothing(),
                        List.of(identity))
                .into(data, new Until.Everything(), done -> {});
        if (!restored.head().equals(log.newest().headAt(log.newest().size()))) {
            throw new IOException("the restore has another root than the log");
        }
    }

    @Override
    public void close() {
        path.close();
    }
}
