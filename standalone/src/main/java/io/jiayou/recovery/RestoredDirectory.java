package io.jiayou.recovery;

import io.jiayou.archive.manifest.AttachmentKind;
import io.jiayou.archive.manifest.SealedAttachment;
import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.restore.Restore;
import io.jiayou.archive.restore.Restored;
import io.jiayou.archive.restore.Until;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.target.Target;
import io.jiayou.archive.verify.Known;
import io.jiayou.archive.verify.SetReader;
import io.jiayou.archive.verify.Trust;
import io.jiayou.audit.log.LogName;
import io.jiayou.audit.verify.Beginning;
import io.jiayou.backup.PersonKeysAttachment;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.standalone.CheckpointAttachment;
import io.jiayou.standalone.CredentialsAttachment;
import io.jiayou.standalone.EmbeddedEventRecords;
import io.jiayou.standalone.IdentifierCheck;
import io.jiayou.standalone.Unfinished;
import io.jiayou.transparency.Checkpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A data directory that is made of an archive. Whatever interrupts it, the same call goes on, and a system doesn't start on
 * it before it has ended.
 *
 * @param identities open the archive
 */
public record RestoredDirectory(Target target, Trust trust, Known known, List<AgeIdentity> identities) {

    /**
     * Restores the events, the keys of persons but for those who were erased, also after the moment, accounts of staff and keys of programs but for those that changed
     * since the newest full backup. If all events are restored, also the read models' checkpoint of the newest full backup; if
     * not, the audit log will be another one than that of the archive, which went further.
     *
     * @param data empty, absent, or left by a restore that was interrupted
     * @param progress gets the number of events, while they are verified and again while they are written
     * @throws io.jiayou.archive.ArchiveException for whatever is wrong with the archive
     */
    public Restored into(Path data, Until until, LongConsumer progress) throws IOException {
        Unfinished unfinished = new Unfinished(data);
        unfinished.begin();
        Restored restored = events(data, until, progress);
        Checkpoint newest = restored.newest();
        if (!restored.complete() && newest != null) {
            String name = LogName.restored(newest.origin(), Instant.now());
            LogName.begin(data.resolve("audit"), new Beginning(name, newest.origin(), restored.head(), newest.head()));
        }
        file(data, IdentifierCheck.NAME);
        if (until instanceof Until.Everything) {
            // a shortcut for the first start; one that doesn't fit is refused there, and the events are folded
            file(data, CheckpointAttachment.NAME);
        }
        unfinished.end();
        return restored;
    }

    private Restored events(Path data, Until until, LongConsumer progress) throws IOException {
        EventSerializer serializer = new EventSerializer();
        try (RocksEventStorageEngine engine =
                RocksEventStorageEngine.open(data.resolve("events"), serializer, serializer, Upcasters.chain())) {
            RestoredKeys keys = new RestoredKeys();
            RestoredCredentials credentials = new RestoredCredentials();
            StoreSink sink = new StoreSink(new EmbeddedEventRecords(engine), keys::erasures, event -> {
                keys.event(event);
                credentials.event(event);
            });
            Restored restored =
                    new Restore(target, trust, known, identities, InstantSource.system()).run(sink, until, progress);
            keys.into(data, ofNewestSet(PersonKeysAttachment.NAME));
            credentials.into(data, ofNewestSet(CredentialsAttachment.NAME));
            return restored;
        }
    }

    /** The lines of an attachment of the newest full backup; none if it isn't there, or not any more. */
    private List<String> ofNewestSet(String name) throws IOException {
        SetReader reader = new SetReader(target, trust);
        List<SetManifest> sets = reader.sets();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        if (!sets.isEmpty()) {
            for (SealedAttachment each : sets.getLast().attachments()) {
                if (each.kind() == AttachmentKind.KEYS && each.name().equals(name)) {
                    reader.copy(each, identities, lines);
                }
            }
        }
        return lines.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** A file of the newest full backup, if it's there. */
    private void file(Path data, String name) throws IOException {
        SetReader reader = new SetReader(target, trust);
        List<SetManifest> sets = reader.sets();
        if (sets.isEmpty()) {
            return;
        }
        for (SealedAttachment attachment : sets.getLast().attachments()) {
            if (attachment.name().equals(name)) {
                Path draft = data.resolve(name + ".draft");
                try (OutputStream out = Files.newOutputStream(draft)) {
                    reader.copy(attachment, identities, out);
                }
                // It may be there already, by a restore that was interrupted after its last step but one.
                Files.move(draft, data.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }
}
