package io.jiayou.audit.log;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.audit.verify.Beginning;
import io.jiayou.audit.verify.KeyHandover;
import io.jiayou.audit.verify.ReadModelStatement;
import io.jiayou.transparency.Checkpoint;
import io.jiayou.transparency.DurableFiles;
import io.jiayou.transparency.FileTileStore;
import io.jiayou.transparency.Note;
import io.jiayou.transparency.NoteSigner;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TileLog;
import io.jiayou.transparency.TreeHashing;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The log in its directory: tiles, the newest signed checkpoint, and the key. A leaf is the hash of an event's canonical
 * line ({@link EventRecord}), its index the event's position. A checkpoint is signed after its tiles are durable and
 * before anybody sees it; after a crash the log goes on from the last one.
 */
public final class AuditLog {

    private static final int BATCH = 1_000;
    private static final String CHECKPOINT = "checkpoint";

    private final EventRecords records;
    private final String origin;
    private final LogKey key;
    private final FileTileStore files;
    private final Path checkpointFile;
    private volatile SignedTree newest;
    private boolean failed;
    private volatile long witnessedSize;

    private AuditLog(
            EventRecords records,
            String origin,
            LogKey key,
            FileTileStore files,
            Path checkpointFile,
            SignedTree newest) {
        this.records = records;
        this.origin = origin;
        this.key = key;
        this.files = files;
        this.checkpointFile = checkpointFile;
        this.newest = newest;
    }

    /**
     * Opens a directory; the first time, the log is empty.
     *
     * @param configured what it's called, unless the directory says otherwise ({@link LogName})
     * @throws VerificationException if the checkpoint there isn't one of this log, or its tiles hash to another root
     */
    public static AuditLog open(Path directory, String configured, EventRecords records) {
        String origin = name(directory, configured);
        LogKey key = LogKey.in(directory, origin);
        Path file = directory.resolve(CHECKPOINT);
        SignedCheckpoint checkpoint = read(file);
        TreeHead head = checkpoint == null
                ? TreeHead.empty()
                : checkpoint.verify(key.ever(origin)).head();
        FileTileStore files = FileTileStore.open(directory);
        TileLog tiles = TileLog.open(files, head);
        SignedCheckpoint latest = checkpoint == null ? key.sign(Checkpoint.of(origin, head)) : checkpoint;
        AuditLog log = new AuditLog(records, origin, key, files, file, new SignedTree(latest, tiles, records));
        log.handOver();
        return log;
    }

    /** After a rotation: both keys sign the handover, which is kept, and the newest checkpoint, which is served until the next. */
    private void handOver() {
        NoteSigner old = key.previous();
        if (old == null) {
            return;
        }
        try {
            TreeHead head = newest.head();
            new Handovers(directory()).keep(key.sign(new KeyHandover(origin, head, key.verifier()), old));
            replace(key.sign(Checkpoint.of(origin, head), old));
            key.handedOver();
        } catch (IOException e) {
            throw new UncheckedIOException("the key before couldn't hand over", e);
        }
    }

    /** By which its keys handed over, by name, oldest first: signed notes ({@link KeyHandover}). */
    public SortedMap<String, String> handovers() {
        try {
            return new Handovers(directory()).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path directory, String configured) {
        try {
            return LogName.of(directory, configured);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How it begins, as a signed note ({@link Beginning}); null if it isn't one that was restored until a moment. */
    public @Nullable String beginning() {
        try {
            Beginning beginning = LogName.beginning(directory());
            return beginning == null ? null : key.sign(beginning.text()).format();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable SignedCheckpoint read(Path file) {
        try {
            return Files.exists(file) ? SignedCheckpoint.parse(Files.readAllBytes(file)) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (VerificationException e) {
            throw new VerificationException(
                    e.verdict(),
                    file + " is damaged: " + e.getMessage()
                            + "; put the newest checkpoint that somebody has kept there, or restore from an archive",
                    e);
        }
    }

    /**
     * Takes in all events that were recorded since, and signs a checkpoint of them.
     *
     * @return how many they are
     * @throws VerificationException ROLLED_BACK if the store has fewer events than the log
     */
    public synchronized long extend() {
        if (failed) {
            // Nobody has seen what was written behind the newest checkpoint, and not all of it may be there.
            newest = new SignedTree(newest.checkpoint(), TileLog.open(files, newest.head()), records);
        }
        failed = true;
        long taken = takeIn();
        failed = false;
        return taken;
    }

    private long takeIn() {
        TileLog tiles = newest.tiles();
        long before = newest.size();
        long size = records.size();
        if (size < before) {
            throw new VerificationException(
                    Verdict.ROLLED_BACK, "the store has " + size + " events, and the log has seen " + before);
        }
        while (tiles.size() < size) {
            int wanted = (int) Math.min(BATCH, size - tiles.size());
            tiles.append(records.lines(tiles.size(), wanted).stream()
                    .map(TreeHashing::leaf)
                    .toList());
        }
        if (size > before) {
            replace(key.sign(Checkpoint.of(origin, tiles.publish())));
        }
        return size - before;
    }

    /** Has the newest checkpoint cosigned by those who haven't done it yet; what one adds is kept if another fails. */
    void witness(Witnesses witnesses) {
        SignedTree tree = newest;
        if (!witnesses.none() && tree.size() > 0 && tree.size() != witnessedSize) {
            // Nobody who needs the log waits for those who are asked.
            witnesses.cosign(tree.checkpoint(), tree::consistency, signed -> keep(tree, signed));
            witnessedSize = tree.size();
        }
    }

    /** Unless there is a newer one. */
    private synchronized void keep(SignedTree tree, SignedCheckpoint cosigned) {
        if (newest.size() == tree.size()) {
            replace(cosigned);
        }
    }

    private void replace(SignedCheckpoint signed) {
        try {
            DurableFiles.replace(checkpointFile, signed.format().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        newest = newest.signed(signed);
    }

    /** The log at its newest checkpoint: take it once for each answer. */
    public SignedTree newest() {
        return newest;
    }

    /**
     * A checkpoint of the tree as it was, for those who keep what belongs to exactly so many events. It isn't the newest
     * and isn't cosigned.
     *
     * @param size 1 to that of the newest
     * @throws VerificationException OUT_OF_RANGE for any other
     */
    public SignedCheckpoint checkpointAt(long size) {
        return key.sign(Checkpoint.of(origin, newest.headAt(size)));
    }

    /** By its newest key alone. */
    public TrustedLog trusted() {
        return key.log(origin);
    }

    /** By every key that it has had, for what was signed long ago. */
    public TrustedLog trustedEver() {
        return key.ever(origin);
    }

    /** The key that verifies its checkpoints, as text (C2SP signed-note). */
    public String verifierKey() {
        return key.verifier().key().vkey();
    }

    public String origin() {
        return origin;
    }

    Note sign(ReadModelStatement statement) {
        return key.sign(statement.text());
    }

    Path directory() {
        return DurableFiles.parent(checkpointFile);
    }

    /** The content of a tile or checkpoint at its path, or null if there is none. */
    public byte @Nullable [] tile(String path) {
        return files.read(path);
    }
}
