package io.jiayou.archive.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Says that a set is gone on purpose.
 *
 * @param archive the archive's id
 * @param by who deleted it; not there in format 1
 * @param format the version of this form, 1 or 2
 * @param kind {@code pruned}
 * @param number the set's
 * @param pruned when, ISO 8601 in UTC
 * @param rule the rules of which none kept it; not there in format 1
 * @param setSha256 of the note that was deleted, hexadecimal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PrunedSet(
        String archive,
        @Nullable String by,
        int format,
        String kind,
        long number,
        String pruned,
        @Nullable String rule,
        String setSha256) {

    public static final String KIND = "pruned";

    /** The version that is written; 1 had neither {@code by} nor {@code rule}. */
    static final int FORMAT = 2;

    public PrunedSet(String archive, long number, String pruned, String setSha256, String by, String rule) {
        this(archive, by, FORMAT, KIND, number, pruned, rule, setSha256);
    }
}
