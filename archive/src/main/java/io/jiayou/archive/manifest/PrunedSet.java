package io.jiayou.archive.manifest;

/**
 * Says that a set is gone on purpose.
 *
 * @param archive the archive's id
 * @param format the version of this form
 * @param kind {@code pruned}
 * @param number the set's
 * @param pruned when, ISO 8601 in UTC
 * @param setSha256 of the note that was deleted, hexadecimal
 */
public record PrunedSet(String archive, int format, String kind, long number, String pruned, String setSha256) {

    public static final String KIND = "pruned";

    public PrunedSet(String archive, long number, String pruned, String setSha256) {
        this(archive, SignedJson.FORMAT, KIND, number, pruned, setSha256);
    }
}
