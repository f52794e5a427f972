package io.jiayou.acceptance;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.embedded.events.StoredEvent;
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
import tools.jackson.databind.json.JsonMapper;

/** The events of an export in an embedded store of their own, and the tree that a log of that store has. */
final class LoadedExport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LoadedExport() {}

    static TreeHead head(Path export, Path directory) throws IOException {
        EventSerializer serializer = new EventSerializer();
        Files.createDirectories(directory);
        try (ZipFile zip = new ZipFile(export.toFile());
                RocksEventStorageEngine engine = RocksEventStorageEngine.open(
                        directory.resolve("events"), serializer, serializer, Upcasters.chain())) {
            byte[] lines = zip.getInputStream(zip.getEntry("events.jsonl")).readAllBytes();
            List<StoredEvent> events = new String(lines, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> stored(EventRecord.parse(line.getBytes(StandardCharsets.UTF_8))))
                    .toList();
            engine.appendRaw(events);
            AuditLog log = AuditLog.open(
                    directory.resolve("audit"), "elsewhere.example/log", new EmbeddedEventRecords(engine));
            log.extend();
            return log.checkpoint().unverified().head();
        }
    }

    private static StoredEvent stored(EventRecord event) {
        String aggregate = event.aggregateId();
        return new StoredEvent(
                event.id(),
                event.aggregateType(),
                aggregate == null ? event.id() : aggregate,
                event.sequence(),
                event.time(),
                event.type(),
                event.revision(),
                event.payload(),
                JSON.writeValueAsBytes(event.metadata()));
    }
}
