package io.jiayou.acceptance;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecordStore;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.standalone.EmbeddedEventRecords;
import io.jiayou.transparency.TreeHead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** The events of an export in another store, and the tree that a log of that store has. */
final class LoadedExport {

    private LoadedExport() {}

    /** In an embedded store of their own. */
    static TreeHead head(Path export, Path directory) throws IOException {
        EventSerializer serializer = new EventSerializer();
        Files.createDirectories(directory);
        try (RocksEventStorageEngine engine =
                RocksEventStorageEngine.open(directory.resolve("events"), serializer, serializer, Upcasters.chain())) {
            return head(export, directory, new EmbeddedEventRecords(engine));
        }
    }

    /** In an empty store. */
    static TreeHead head(Path export, Path directory, EventRecordStore store) throws IOException {
        try (ZipFile zip = new ZipFile(export.toFile())) {
            byte[] lines = zip.getInputStream(zip.getEntry("events.jsonl")).readAllBytes();
            List<EventRecord> events = new String(lines, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> EventRecord.parse(line.getBytes(StandardCharsets.UTF_8)))
                    .toList();
            store.append(0, events);
        }
        AuditLog log = AuditLog.open(directory.resolve("audit"), "elsewhere.example/log", store);
        log.extend();
        return log.newest().checkpoint().unverified().head();
    }
}
