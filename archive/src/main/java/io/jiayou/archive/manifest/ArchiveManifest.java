package io.jiayou.archive.manifest;

/**
 * What an archive is: the first link of its chains.
 *
 * @param archive its id, 32 random hexadecimal digits
 * @param created ISO 8601 in UTC
 * @param format the version of all of its files
 * @param kind {@code archive}
 * @param log the origin of the log whose events it holds
 */
public record ArchiveManifest(String archive, String created, int format, String kind, String log) {

    public static final String KIND = "archive";

    public ArchiveManifest(String archive, String created, String log) {
        this(archive, created, SignedJson.FORMAT, KIND, log);
    }
}
