package io.jiayou.archive.verify;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.ArchiveHead;
import io.jiayou.archive.manifest.ArchiveManifest;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.SegmentManifest;
import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.seal.Sha256;
import io.jiayou.transparency.CompactTree;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongConsumer;

/** One verification, from the archive's note over its head and its sets to every segment. */
final class Check {

    private final Trust trust;
    private final Known known;
    private final List<AgeIdentity> identities;
    private final InstantSource clock;
    private final Milestones segmentNotes = new Milestones();
    private final Milestones setNotes = new Milestones();
    private long segments;
    private long sets;

    Check(Trust trust, Known known, List<AgeIdentity> identities, InstantSource clock) {
        this.trust = trust;
        this.known = known;
        this.identities = identities;
        this.clock = clock;
    }

    long segments() {
        return segments;
    }

    long sets() {
        return sets;
    }

    Finding run(Inventory inventory, LongConsumer progress) throws IOException {
        Place place = inventory.place(FileNames.ARCHIVE);
        byte[] note = inventory.note(FileNames.ARCHIVE, place);
        ArchiveManifest archive = inventory.read(note, ArchiveManifest.class, ArchiveManifest.KIND, place);
        if (!archive.log().equals(trust.log().origin())) {
            throw new ArchiveException(ArchiveVerdict.MIXED_UP, place, "it is an archive of another log");
        }
        Witnessed witnessed = new Witnessed(known.checkpoint(), trust.log(), inventory);
        tellFrom(archive, inventory);
        readSets(archive.archive(), Sha256.hex(note), inventory);
        SegmentChain chain = new SegmentChain(inventory, trust.log(), archive.archive(), Sha256.hex(note));
        readSegments(chain, witnessed, inventory, progress);
        expectNoRollBack(chain, witnessed, inventory);
        String how = identities.isEmpty() ? "closed: every file is the one that was written" : "opened and recomputed";
        return new Finding(
                null,
                Place.of(inventory.target().name(), ""),
                how,
                segments,
                sets,
                chain.tree().head());
    }

    private void tellFrom(ArchiveManifest archive, Inventory inventory) throws IOException {
        boolean empty = inventory.numbers(FileNames.SEGMENTS) == 0 && inventory.numbers(FileNames.SETS) == 0;
        if (!empty || inventory.has(FileNames.HEAD)) {
            Place place = inventory.place(FileNames.HEAD);
            byte[] note = inventory.note(FileNames.HEAD, place);
            ArchiveHead head = inventory.read(note, ArchiveHead.class, ArchiveHead.KIND, place);
            if (!head.archive().equals(archive.archive())) {
                throw new ArchiveException(ArchiveVerdict.MIXED_UP, place, "the head is of another archive");
            }
            segmentNotes.expect(head.lastSegment(), head.lastSegmentSha256(), head.events(), FileNames.HEAD);
            setNotes.expect(head.lastSet(), head.lastSetSha256(), -1, FileNames.HEAD);
        }
        ArchiveHead seen = known.head();
        if (seen != null) {
            if (!seen.archive().equals(archive.archive())) {
                Place place = inventory.place(FileNames.ARCHIVE);
                throw new ArchiveException(
                        ArchiveVerdict.MIXED_UP, place, "it is another archive than was seen before");
            }
            segmentNotes.remember(seen.lastSegment(), seen.lastSegmentSha256(), seen.events(), "the remembered head");
            setNotes.remember(seen.lastSet(), seen.lastSetSha256(), -1, "the remembered head");
        }
    }

    private void readSets(String archive, String archiveSha256, Inventory inventory) throws IOException {
        SetChain chain = new SetChain(inventory, archive, archiveSha256);
        SetContents contents = new SetContents(inventory, identities, clock.instant());
        long reach = Math.max(setNotes.reach(), inventory.numbers(FileNames.SETS));
        while (chain.number() < reach) {
            Place place = inventory.place(FileNames.set(chain.number()));
            SetManifest set = chain.next();
            setNotes.check(chain.number() - 1, chain.sha256(), -1, place);
            if (set != null) {
                segmentNotes.expect(set.lastSegment(), set.lastSegmentSha256(), set.events(), place.file());
                contents.check(set);
            }
            sets++;
        }
    }

    private void readSegments(SegmentChain chain, Witnessed witnessed, Inventory inventory, LongConsumer progress)
            throws IOException {
        SealedFiles files = new SealedFiles(inventory);
        SegmentContents contents = new SegmentContents(identities);
        long reach = Math.max(segmentNotes.reach(), inventory.numbers(FileNames.SEGMENTS));
        while (chain.number() < reach) {
            CompactTree tree = chain.tree();
            Place place = chain.place();
            SegmentManifest segment = chain.next();
            segmentNotes.check(segment.number(), chain.sha256(), segment.next(), place);
            Place lines = SegmentChain.linesOf(segment, inventory);
            byte[] sealed = files.segment(segment, lines);
            if (!identities.isEmpty()) {
                contents.read(segment, sealed, tree, lines, (position, event, leaf) -> witnessed.pass(tree));
            }
            witnessed.pass(chain.tree());
            segments++;
            progress.accept(segment.next());
        }
    }

    private void expectNoRollBack(SegmentChain chain, Witnessed witnessed, Inventory inventory) {
        ArchiveHead seen = known.head();
        if (seen != null && (seen.lastSegment() >= segments || seen.lastSet() >= sets)) {
            boolean missesSegments = seen.lastSegment() >= segments;
            Place place = missesSegments ? chain.place() : inventory.place(FileNames.set(sets));
            throw new ArchiveException(
                    ArchiveVerdict.ROLLED_BACK,
                    place,
                    "the archive is older than it was: it had " + (seen.lastSegment() + 1) + " segments and "
                            + (seen.lastSet() + 1) + " sets");
        }
        witnessed.expectReached(chain);
    }
}
