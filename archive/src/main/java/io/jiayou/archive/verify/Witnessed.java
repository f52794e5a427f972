package io.jiayou.archive.verify;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.LogWord;
import io.jiayou.archive.Place;
import io.jiayou.transparency.CompactTree;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.TrustedLog;
import org.jspecify.annotations.Nullable;

/** A checkpoint from elsewhere, which the archive's events have to pass through. */
final class Witnessed {

    private final @Nullable TreeHead head;
    private final Inventory inventory;

    Witnessed(@Nullable SignedCheckpoint checkpoint, TrustedLog log, Inventory inventory) {
        Place place = Place.of("elsewhere", "checkpoint");
        this.head =
                checkpoint == null ? null : LogWord.of(checkpoint, log, place).head();
        this.inventory = inventory;
    }

    /** Compares if this is the size that was witnessed. */
    void pass(CompactTree tree) {
        TreeHead expected = head;
        if (expected != null
                && expected.size() == tree.size()
                && !expected.root().equals(tree.root())) {
            throw new ArchiveException(
                    ArchiveVerdict.BAD_TREE,
                    new Place(inventory.target().name(), "", -1, tree.size()),
                    "the archive's events up to here have another root than the checkpoint from elsewhere");
        }
    }

    void expectReached(SegmentChain chain) {
        TreeHead expected = head;
        if (expected != null && expected.size() > chain.tree().size()) {
            throw new ArchiveException(
                    ArchiveVerdict.ROLLED_BACK,
                    chain.place(),
                    "the archive ends at " + chain.tree().size() + " events, the log had " + expected.size());
        }
    }
}
