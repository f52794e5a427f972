package io.jiayou.archive.manifest;

/**
 * How far an archive had come. On the target it shows that files at the end are missing; kept elsewhere, it also shows
 * that all of it went back.
 *
 * @param archive the archive's id
 * @param events how many events it holds
 * @param format the version of this form
 * @param kind {@code head}
 * @param lastSegment its number, -1 for none
 * @param lastSegmentSha256 of its note, hexadecimal; that of the archive's note for none
 * @param lastSet its number, -1 for none
 * @param lastSetSha256 of its note, hexadecimal; that of the archive's note for none
 */
public record ArchiveHead(
        String archive,
        long events,
        int format,
        String kind,
        long lastSegment,
        String lastSegmentSha256,
        long lastSet,
        String lastSetSha256) {

    public static final String KIND = "head";

    public ArchiveHead(
            String archive, long events, long lastSegment, String segmentSha256, long lastSet, String setSha256) {
        this(archive, events, SignedJson.FORMAT, KIND, lastSegment, segmentSha256, lastSet, setSha256);
    }
}
