package io.jiayou.archive.write;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Heads;
import io.jiayou.archive.LogWord;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.SegmentManifest;
import io.jiayou.archive.manifest.SignedJson;
import io.jiayou.archive.target.Target;
import io.jiayou.transparency.Checkpoint;
import io.jiayou.transparency.CompactTree;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.SignedCheckpoint;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes the next segment: its lines first, then its manifest, which makes it count. If the target fails in between, the next
 * attempt writes the same lines again: sealed anew they would be another file, and a full disk would fill up with them.
 */
final class SegmentWriter {

    private final Target target;
    private final Heads heads;
    private final ArchiveKeys keys;
    private final SegmentLines lines;
    private @Nullable Prepared unfinished;

    SegmentWriter(Target target, ArchiveSource source, ArchiveKeys keys) {
        this.target = target;
        this.heads = source.heads();
        this.keys = keys;
        this.lines = new SegmentLines(source.events());
    }

    /** A segment that its note makes count. */
    private record Prepared(ChainEnd from, SegmentManifest manifest, SegmentLines.Sealed sealed) {}

    /**
     * @param newest up to which there are events
     * @param bytes of lines, after which the segment ends
     */
    void write(Chain chain, SignedCheckpoint newest, int bytes, @Nullable Instant lockedUntil) throws IOException {
        ChainEnd from = chain.end();
        Prepared before = unfinished;
        Prepared next = before != null && before.from().equals(from) ? before : prepare(from, newest, bytes);
        unfinished = next;
        target.create(next.manifest().file(), next.sealed().content(), lockedUntil);
        chain.add(
                FileNames.segment(from.segments()),
                next.manifest(),
                lockedUntil,
                sha256 -> from.withSegment(sha256, next.manifest()));
        unfinished = null;
    }

    private Prepared prepare(ChainEnd from, SignedCheckpoint newest, int bytes) throws IOException {
        unfinished = null; // its lines are in the memory that is used now
        long most = newest.unverified().head().size();
        SegmentLines.Sealed sealed = lines.seal(from.tree(), most, bytes, keys.recipients());
        long next = sealed.tree().size();
        SignedCheckpoint checkpoint = next == most ? newest : heads.at(next);
        expectTree(checkpoint, sealed.tree(), from.events());
        if (sealed.seal().sealedBytes() > SegmentManifest.LONGEST) {
            throw new IOException("the events from " + from.events() + " on are too long for a segment");
        }
        return new Prepared(from, manifest(from, sealed, checkpoint.format()), sealed);
    }

    private SegmentManifest manifest(ChainEnd from, SegmentLines.Sealed sealed, String checkpoint) {
        return new SegmentManifest(
                from.archive(),
                checkpoint,
                sealed.tree().size() - from.events(),
                FileNames.lines(from.segments(), sealed.seal().sealedSha256()),
                sealed.firstTime().toString(),
                SignedJson.FORMAT,
                SegmentManifest.KIND,
                sealed.lastTime().toString(),
                sealed.tree().size(),
                from.segments(),
                sealed.seal().plainBytes(),
                sealed.seal().plainSha256(),
                from.events(),
                from.segmentSha256(),
                keys.recipientTexts(),
                sealed.seal().sealedBytes(),
                sealed.seal().sealedSha256(),
                sealed.tree().subtrees().stream().map(Hash::toString).toList());
    }

    /** What the store gives has to be what the log has signed, or it isn't worth keeping. */
    private void expectTree(SignedCheckpoint checkpoint, CompactTree tree, long position) {
        Place place = new Place(target.name(), "", -1, position);
        Checkpoint signed = LogWord.of(checkpoint, heads.log(), place);
        if (signed.head().size() != tree.size() || !signed.head().root().equals(tree.root())) {
            throw new ArchiveException(
                    ArchiveVerdict.BAD_TREE,
                    place,
                    "the store's events up to " + tree.size() + " don't have the root that the log has signed");
        }
    }
}
