package io.jiayou.archive.verify;

import io.jiayou.archive.manifest.ArchiveManifest;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.SegmentManifest;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.seal.Sha256;
import io.jiayou.archive.target.Target;
import io.jiayou.audit.EventRecord;
import io.jiayou.transparency.CompactTree;
import io.jiayou.transparency.Hash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of an archive, segment by segment. Each is checked to its last line before its first event is given, from
 * the same bytes; so it holds for a target that changes meanwhile, too.
 */
public final class VerifiedSegments {

    private final Inventory inventory;
    private final SegmentChain chain;
    private final SegmentContents contents;
    private final long reach;

    private VerifiedSegments(Inventory inventory, SegmentChain chain, SegmentContents contents, long reach) {
        this.inventory = inventory;
        this.chain = chain;
        this.contents = contents;
        this.reach = reach;
    }

    /** @param reach how many segments, as a verification has found them */
    public static VerifiedSegments of(Target target, Trust trust, List<AgeIdentity> identities, long reach)
            throws IOException {
        Inventory inventory = Inventory.of(target, trust.archive());
        byte[] note = inventory.note(FileNames.ARCHIVE, inventory.place(FileNames.ARCHIVE));
        ArchiveManifest archive =
                inventory.read(note, ArchiveManifest.class, ArchiveManifest.KIND, inventory.place(FileNames.ARCHIVE));
        SegmentChain chain = new SegmentChain(inventory, trust.log(), archive.archive(), Sha256.hex(note));
        return new VerifiedSegments(inventory, chain, new SegmentContents(identities), reach);
    }

    /**
     * One segment's events.
     *
     * @param before the tree of all events before; a copy
     * @param leaves of the events
     */
    public record Segment(SegmentManifest manifest, CompactTree before, List<EventRecord> events, List<Hash> leaves) {}

    /**
     * The next segment; null behind the last one.
     *
     * @throws io.jiayou.archive.ArchiveException for a segment that isn't what was written
     */
    public @Nullable Segment next() throws IOException {
        if (chain.number() >= reach) {
            return null;
        }
        CompactTree before = chain.tree();
        CompactTree tree = chain.tree();
        SegmentManifest manifest = chain.next();
        List<EventRecord> events = new ArrayList<>();
        List<Hash> leaves = new ArrayList<>();
        var place = SegmentChain.linesOf(manifest, inventory);
        byte[] sealed = new SealedFiles(inventory).segment(manifest, place);
        contents.read(manifest, sealed, tree, place, (position, event, leaf) -> {
            events.add(event);
            leaves.add(leaf);
        });
        return new Segment(manifest, before, events, leaves);
    }
}
