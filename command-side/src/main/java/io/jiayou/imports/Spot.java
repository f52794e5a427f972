package io.jiayou.imports;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in the files of an import.
 *
 * @param file which of them, where it isn't the imported one
 * @param line counted from 1
 * @param feature which one of a GeoJSON file, counted from 1: all of them may stand in one line
 */
public record Spot(
        @Nullable String file, long line, @Nullable Long feature) {

    /** A line of the imported file. */
    static Spot line(long line) {
        return new Spot(null, line, null);
    }
}
