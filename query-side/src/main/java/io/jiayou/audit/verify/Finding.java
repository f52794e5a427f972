package io.jiayou.audit.verify;

import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param verdict null if all of it holds
 * @param position of the first event that is wrong, -1 if none is or the place can't be told
 * @param detail one sentence, without personal data
 * @param events how many events were compared
 * @param head the tree that they were compared with, null where not even that was found
 */
public record Finding(
        @Nullable Verdict verdict,
        long position,
        String detail,
        long events,
        @Nullable TreeHead head) {

    private static final int FIRST_STATUS = 10;

    static Finding holds(String detail, long events, TreeHead head) {
        return new Finding(null, -1, detail, events, head);
    }

    /** What an exception says, where nothing more is known. */
    public static Finding wrong(VerificationException found) {
        return new Finding(found.verdict(), -1, String.valueOf(found.getMessage()), 0, null);
    }

    public boolean holds() {
        return verdict == null;
    }

    /** The exit status of a process that ends with this finding: 0, or one of its own for each verdict. */
    public int status() {
        return verdict == null ? 0 : FIRST_STATUS + verdict.ordinal();
    }
}
