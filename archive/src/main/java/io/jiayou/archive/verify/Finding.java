package io.jiayou.archive.verify;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.transparency.TreeHead;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found: that all of it holds, or the first thing that doesn't.
 *
 * @param verdict null if all of it holds
 * @param place where; the target alone if all of it holds
 * @param detail one sentence, without personal data
 * @param segments how many were checked
 * @param sets how many were checked
 * @param head the tree at the end, if all of it holds; with an identity recomputed from the lines, else as it is signed
 */
public record Finding(
        @Nullable ArchiveVerdict verdict,
        Place place,
        String detail,
        long segments,
        long sets,
        @Nullable TreeHead head) {

    static Finding wrong(ArchiveException found, long segments, long sets) {
        return new Finding(found.verdict(), found.place(), String.valueOf(found.getMessage()), segments, sets, null);
    }

    public boolean holds() {
        return verdict == null;
    }

    /** How many events the archive holds, 0 if that isn't sure. */
    public long events() {
        return head == null ? 0 : head.size();
    }

    /** The exit status of a process that ends with this finding: 0, or one of its own for each verdict. */
    public int status() {
        return verdict == null ? 0 : verdict.status();
    }
}
