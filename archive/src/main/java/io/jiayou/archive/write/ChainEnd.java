package io.jiayou.archive.write;

import io.jiayou.archive.manifest.ArchiveHead;
import io.jiayou.archive.manifest.SegmentManifest;
import io.jiayou.transparency.CompactTree;
import io.jiayou.transparency.Hash;
import java.util.List;

/**
 * Where an archive's chains end: what the next segment and the next set go on from.
 *
 * @param archive the archive's id
 * @param segments how many
 * @param segmentSha256 of the last one's note, or of the archive's
 * @param events the position of the next event
 * @param subtrees of the tree of these events
 * @param checkpoint of these events, empty for none
 * @param sets how many, pruned ones too
 * @param setSha256 of the last one's note, or of the archive's
 * @param lastTime when the last event was recorded, ISO 8601 in UTC; empty for none
 * @param setTaken when the last set was taken, ISO 8601 in UTC; empty for none, or one that was pruned
 */
record ChainEnd(
        String archive,
        long segments,
        String segmentSha256,
        long events,
        List<Hash> subtrees,
        String checkpoint,
        long sets,
        String setSha256,
        String lastTime,
        String setTaken) {

    static ChainEnd beginning(String archive, String noteSha256) {
        return new ChainEnd(archive, 0, noteSha256, 0, List.of(), "", 0, noteSha256, "", "");
    }

    CompactTree tree() {
        return CompactTree.of(events, subtrees);
    }

    ArchiveHead head() {
        return new ArchiveHead(archive, events, segments - 1, segmentSha256, sets - 1, setSha256);
    }

    ChainEnd withSegment(String sha256, SegmentManifest segment) {
        CompactTree tree = segment.tree();
        return new ChainEnd(
                archive,
                segments + 1,
                sha256,
                tree.size(),
                tree.subtrees(),
                segment.checkpoint(),
                sets,
                setSha256,
                segment.lastTime(),
                setTaken);
    }

    /** The same end, if the next segment had this number. */
    ChainEnd at(long number) {
        return new ChainEnd(
                archive, number, segmentSha256, events, subtrees, checkpoint, sets, setSha256, lastTime, setTaken);
    }

    /** @param taken when the last of them was, empty if that isn't known */
    ChainEnd withSets(long count, String lastSha256, String taken) {
        return new ChainEnd(
                archive, segments, segmentSha256, events, subtrees, checkpoint, count, lastSha256, lastTime, taken);
    }
}
