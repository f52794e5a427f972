package io.jiayou.archive.manifest;

import java.util.List;

/**
 * A full backup at a position: the segments up to it and what goes with them. The hash of the last segment's note names
 * every segment before it, since each note holds the hash of the one before.
 *
 * @param archive the archive's id
 * @param attachments by name
 * @param checkpoint the log's signed checkpoint of {@code events} events
 * @param events how many events it covers
 * @param format the version of this form
 * @param kind {@code set}
 * @param lastSegment the number of the last segment that belongs to it
 * @param lastSegmentSha256 of that segment's note, hexadecimal
 * @param number from 0, without gaps
 * @param previous SHA-256 of the note of the set before it, pruned or not, or of the archive's note
 * @param recipients who can open the attachments
 * @param taken when, ISO 8601 in UTC
 */
public record SetManifest(
        String archive,
        List<SealedAttachment> attachments,
        String checkpoint,
        long events,
        int format,
        String kind,
        long lastSegment,
        String lastSegmentSha256,
        long number,
        String previous,
        List<String> recipients,
        String taken) {

    public static final String KIND = "set";

    public SetManifest {
        attachments = List.copyOf(attachments);
        recipients = List.copyOf(recipients);
    }
}
