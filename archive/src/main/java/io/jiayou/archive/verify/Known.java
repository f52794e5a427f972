package io.jiayou.archive.verify;

import io.jiayou.archive.manifest.ArchiveHead;
import io.jiayou.transparency.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * What is known from elsewhere, so that a roll-back shows: an archive that went back as a whole looks whole.
 *
 * @param head the newest head of this archive that was seen
 * @param checkpoint one of the log; the archive has to reach it
 */
public record Known(@Nullable ArchiveHead head, @Nullable SignedCheckpoint checkpoint) {

    /** Then an older state of the archive can't be told from the present one. */
    public static Known nothing() {
        return new Known(null, null);
    }

    public static Known of(@Nullable ArchiveHead head) {
        return new Known(head, null);
    }
}
