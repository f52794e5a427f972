package io.jiayou.archive.verify;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.LogWord;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.SegmentManifest;
import io.jiayou.archive.seal.Sha256;
import io.jiayou.transparency.Checkpoint;
import io.jiayou.transparency.CompactTree;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.util.Arrays;

/** Walks the manifests of segments, each of which has to follow from the one before. */
final class SegmentChain {

    private final Inventory inventory;
    private final TrustedLog log;
    private final String archive;
    private String previous;
    private long number;
    private int signer;
    private CompactTree tree = new CompactTree();

    SegmentChain(Inventory inventory, TrustedLog log, String archive, String archiveSha256) {
        this.inventory = inventory;
        this.log = log;
        this.archive = archive;
        this.previous = archiveSha256;
    }

    /** The number of the next segment. */
    long number() {
        return number;
    }

    /** The hash of the last note that was read. */
    String sha256() {
        return previous;
    }

    /** The tree at the end of the last segment, as its manifest says; a new copy. */
    CompactTree tree() {
        return CompactTree.of(tree.size(), tree.subtrees());
    }

    Place place() {
        return place(FileNames.segment(number));
    }

    private Place place(String file) {
        return new Place(inventory.target().name(), file, number, tree.size());
    }

    /** Where the lines of a segment are, for what is found in them. */
    static Place linesOf(SegmentManifest segment, Inventory inventory) {
        return new Place(inventory.target().name(), segment.file(), segment.number(), segment.position());
    }

    SegmentManifest next() throws IOException {
        Place place = place();
        byte[] note = inventory.note(place.file(), place);
        SegmentManifest segment = inventory.read(note, SegmentManifest.class, SegmentManifest.KIND, place);
        if (!segment.archive().equals(archive)) {
            throw wrong(ArchiveVerdict.MIXED_UP, place, "the segment is of another archive");
        }
        if (segment.number() != number) {
            throw elsewhere(note, segment.number(), place);
        }
        if (!segment.previous().equals(previous)) {
            throw wrong(ArchiveVerdict.ALTERED, place, "the segment doesn't follow the one before it");
        }
        signer = inventory.expectNotBefore(signer, note, place);
        expectEvents(segment, place);
        CompactTree end = endOf(segment, place);
        tree = end;
        previous = Sha256.hex(note);
        number++;
        return segment;
    }

    private ArchiveException elsewhere(byte[] note, long own, Place place) throws IOException {
        byte[] atItsPlace = inventory.find(FileNames.segment(own));
        return atItsPlace != null && Arrays.equals(note, atItsPlace)
                ? wrong(ArchiveVerdict.REPEATED, place, "it is the manifest of segment " + own + " again")
                : wrong(ArchiveVerdict.SWAPPED, place, "it is the manifest of segment " + own);
    }

    private void expectEvents(SegmentManifest segment, Place place) {
        boolean follows = segment.position() == tree.size()
                && segment.events() > 0
                && segment.next() == segment.position() + segment.events();
        if (!follows || !segment.file().equals(FileNames.lines(number, segment.sealedSha256()))) {
            throw wrong(ArchiveVerdict.ALTERED, place, "the segment doesn't hold the events that follow");
        }
    }

    private CompactTree endOf(SegmentManifest segment, Place place) {
        Checkpoint signed = LogWord.parse(segment.checkpoint(), log, place);
        try {
            CompactTree end = segment.tree();
            if (signed.head().equals(end.head())) {
                return end;
            }
        } catch (VerificationException e) {
            throw new ArchiveException(ArchiveVerdict.ALTERED, place, "the segment's subtrees are no tree's", e);
        }
        throw wrong(ArchiveVerdict.BAD_TREE, place, "the segment ends with another tree than the log has signed");
    }

    private static ArchiveException wrong(ArchiveVerdict verdict, Place place, String message) {
        return new ArchiveException(verdict, place, message);
    }
}
