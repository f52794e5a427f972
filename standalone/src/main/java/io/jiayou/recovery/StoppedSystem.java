package io.jiayou.recovery;

import io.jiayou.archive.write.Attachment;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.backup.Archives;
import io.jiayou.backup.PersonKeysAttachment;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.embedded.records.SyncedRecords;
import io.jiayou.privacy.PersonKeys;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.standalone.CheckpointAttachment;
import io.jiayou.standalone.CredentialsAttachment;
import io.jiayou.standalone.EmbeddedEventRecords;
import io.jiayou.standalone.EmbeddedKeys;
import io.jiayou.standalone.IdentifierCheck;
import io.jiayou.transparency.NoteVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A data directory that nothing serves: its events and its audit log, opened for as long as a command takes. */
public final class StoppedSystem implements AutoCloseable {

    private final Path data;
    private final RocksEventStorageEngine engine;
    private final AuditLog log;
    private final @Nullable EmbeddedKeys keys;
    private final @Nullable SyncedRecords credentials;

    private StoppedSystem(Path data, RocksEventStorageEngine engine, AuditLog log) {
        this.data = data;
        this.engine = engine;
        this.log = log;
        this.keys = Files.isDirectory(data.resolve(EmbeddedKeys.DIRECTORY)) ? EmbeddedKeys.open(data) : null;
        Path identity = data.resolve(CredentialsAttachment.DIRECTORY);
        this.credentials = Files.isDirectory(identity) ? new SyncedRecords(identity) : null;
    }

    /** @throws IOException if there is no system in the directory */
    public static StoppedSystem open(Path data) throws IOException {
        Path key = data.resolve("audit/log.vkey");
        if (!Files.isDirectory(data.resolve("events")) || !Files.exists(key)) {
            throw new IOException("there is no system in " + data);
        }
        String origin = NoteVerifier.parse(Files.readString(key).strip()).key().name();
        EventSerializer serializer = new EventSerializer();
        RocksEventStorageEngine engine =
                RocksEventStorageEngine.open(data.resolve("events"), serializer, serializer, Upcasters.chain());
        AuditLog log = AuditLog.open(data.resolve("audit"), origin, new EmbeddedEventRecords(engine));
        log.extend();
        return new StoppedSystem(data, engine, log);
    }

    public EmbeddedEventRecords events() {
        return new EmbeddedEventRecords(engine);
    }

    public AuditLog log() {
        return log;
    }

    public Archives archives(ArchiveConfig config) {
        return Archives.open(config.atOnce(), ArchiveConfig.directory(data), events(), log, Clock.systemUTC());
    }

    /** The checkpoint, and for 30 days the keys of persons and the credentials, if they are here. */
    public List<Attachment> attachments() {
        List<Attachment> all = new ArrayList<>(CheckpointAttachment.of(data));
        all.addAll(IdentifierCheck.attachment(data));
        Instant keptUntil = Instant.now().plus(ArchiveConfig.KEEP_KEYS);
        if (keys != null) {
            all.add(PersonKeysAttachment.of(PersonKeys.withoutMasterKey(keys), keptUntil));
        }
        if (credentials != null) {
            all.add(CredentialsAttachment.of(credentials, keptUntil));
        }
        return all;
    }

    /** What goes with every full backup. */
    public List<String> erasures() {
        return keys == null ? List.of() : PersonKeysAttachment.erasures(PersonKeys.withoutMasterKey(keys));
    }

    @Override
    public void close() {
        engine.close();
        if (keys != null) {
            keys.close();
        }
        if (credentials != null) {
            credentials.close();
        }
    }
}
