package io.jiayou.audit.log;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.audit.verify.ReadModelStatement;
import io.jiayou.transparency.Checkpoint;
import io.jiayou.transparency.ConsistencyProof;
import io.jiayou.transparency.DurableFiles;
import io.jiayou.transparency.FileTileStore;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.Note;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TileLog;
import io.jiayou.transparency.TlogProof;
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
    private volatile TileLog tiles;
    private volatile SignedCheckpoint latest;
    private boolean failed;
    private long witnessedSize;

    private AuditLog(
            EventRecords records,
            String origin,
            LogKey key,
            FileTileStore files,
            TileLog tiles,
            Path checkpointFile,
            SignedCheckpoint latest) {
        this.records = records;
        this.origin = origin;
        this.key = key;
        this.files = files;
        this.tiles = tiles;
        this.checkpointFile = checkpointFile;
        this.latest = latest;
    }

    /**
     * Opens a directory; the first time, the log is empty.
     *
     * @throws VerificationException if the checkpoint there isn't one of this log, or its tiles hash to another root
     */
    public static AuditLog open(Path directory, String origin, EventRecords records) {
        LogKey key = LogKey.in(directory, origin);
        Path file = directory.resolve(CHECKPOINT);
        SignedCheckpoint checkpoint = read(file);
        TreeHead head = checkpoint == null
                ? TreeHead.empty()
                : checkpoint.verify(key.ever(origin)).head();
        FileTileStore files = FileTileStore.open(directory);
        TileLog tiles = TileLog.open(files, head);
        SignedCheckpoint latest = checkpoint == null ? key.sign(Checkpoint.of(origin, head)) : checkpoint;
        return new AuditLog(records, origin, key, files, tiles, file, latest);
    }

    private static @Nullable SignedCheckpoint read(Path file) {
        try {
            return Files.exists(file) ? SignedCheckpoint.parse(Files.readAllBytes(file)) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
            tiles = TileLog.open(files, latest.unverified().head());
        }
        failed = true;
        long taken = takeIn();
        failed = false;
        return taken;
    }

    private long takeIn() {
        long before = size();
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
            sign(tiles.publish());
        }
        return size - before;
    }

    private void sign(TreeHead head) {
        replace(key.sign(Checkpoint.of(origin, head)));
        try {
            key.signed();
        } catch (IOException e) {
            throw new UncheckedIOException("the key before couldn't be deleted", e);
        }
    }

    /** Has the newest checkpoint cosigned, if it isn't yet. Without an answer it stays as it is. */
    synchronized void witness(Witnesses witnesses) {
        if (!witnesses.none() && size() > 0 && size() != witnessedSize) {
            replace(witnesses.cosign(latest, tiles::consistencyProof));
            witnessedSize = size();
        }
    }

    private void replace(SignedCheckpoint signed) {
        try {
            DurableFiles.replace(checkpointFile, signed.format().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        latest = signed;
    }

    /** The newest checkpoint. */
    public SignedCheckpoint checkpoint() {
        return latest;
    }

    /**
     * A checkpoint of the tree as it was, for those who keep what belongs to exactly so many events. It isn't the newest
     * and isn't cosigned.
     *
     * @param size 1 to that of the newest
     * @throws VerificationException OUT_OF_RANGE for any other
     */
    public SignedCheckpoint checkpointAt(long size) {
        return key.sign(Checkpoint.of(origin, headAt(size)));
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

    /** How many events the newest checkpoint covers. */
    public long size() {
        return latest.unverified().head().size();
    }

    public String origin() {
        return origin;
    }

    /**
     * The tree over the first events.
     *
     * @param size how many, not more than the newest checkpoint covers
     */
    public TreeHead headAt(long size) {
        return size == 0 ? TreeHead.empty() : new TreeHead(size, tiles.rootAt(size));
    }

    Note sign(ReadModelStatement statement) {
        return key.sign(statement.text());
    }

    Path directory() {
        return DurableFiles.parent(checkpointFile);
    }

    /** The leaf of the event at a position, as the log has seen it. */
    public Hash leafAt(long position) {
        return tiles.leafAt(position);
    }

    /** The content of a tile or checkpoint at its path, or null if there is none. */
    public byte @Nullable [] tile(String path) {
        return files.read(path);
    }

    /**
     * Proves that an event is in the newest checkpoint; the event's line goes along as extra data.
     *
     * @throws VerificationException OUT_OF_RANGE for a position that no checkpoint covers yet
     */
    public TlogProof prove(long position) {
        SignedCheckpoint checkpoint = latest;
        long size = checkpoint.unverified().head().size();
        TlogProof proof = TlogProof.of(tiles.inclusionProof(position, size), checkpoint);
        return proof.withExtra(records.lines(position, 1).getFirst());
    }

    /** Proves that nothing changed between two sizes. */
    public ConsistencyProof consistency(long older, long newer) {
        return tiles.consistencyProof(older, newer);
    }
}
