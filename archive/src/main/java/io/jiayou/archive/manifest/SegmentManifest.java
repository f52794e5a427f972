package io.jiayou.archive.manifest;

import io.jiayou.transparency.CompactTree;
import io.jiayou.transparency.Hash;
import java.util.List;

/**
 * What a segment holds: the events from a position to before the next, and the tree at its end.
 *
 * @param archive the archive's id
 * @param checkpoint the log's signed checkpoint of exactly {@code next} events
 * @param events how many lines, at least one
 * @param file the name of the lines' file
 * @param firstTime when its first event was recorded, ISO 8601 in UTC
 * @param format the version of this form
 * @param kind {@code segment}
 * @param lastTime when its last event was recorded
 * @param next the position after its last event
 * @param number from 0, without gaps
 * @param plainBytes length of the lines with their line feeds
 * @param plainSha256 of the lines with their line feeds, hexadecimal
 * @param position of its first event
 * @param previous SHA-256 of the note before it, hexadecimal: the last segment's, or the archive's
 * @param recipients who can open it, {@code age1…}
 * @param sealedBytes length of the file
 * @param sealedSha256 of the file, hexadecimal
 * @param subtrees roots of the complete subtrees of the tree of {@code next} leaves, largest first, Base64
 */
public record SegmentManifest(
        String archive,
        String checkpoint,
        long events,
        String file,
        String firstTime,
        int format,
        String kind,
        String lastTime,
        long next,
        long number,
        long plainBytes,
        String plainSha256,
        long position,
        String previous,
        List<String> recipients,
        long sealedBytes,
        String sealedSha256,
        List<String> subtrees) {

    public static final String KIND = "segment";

    /** Most bytes of a segment's file: it is checked before it is opened, and so is held in memory. */
    public static final int LONGEST = 1 << 26;

    public SegmentManifest {
        recipients = List.copyOf(recipients);
        subtrees = List.copyOf(subtrees);
    }

    /**
     * The tree at its end.
     *
     * @throws io.jiayou.transparency.VerificationException MALFORMED if the subtrees aren't those of such a tree
     */
    public CompactTree tree() {
        return CompactTree.of(next, subtrees.stream().map(Hash::parse).toList());
    }
}
