package io.jiayou.archive;

import io.jiayou.transparency.Checkpoint;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.VerificationException;

/** What a log has signed, as an archive's reader or writer may believe it. */
public final class LogWord {

    private LogWord() {}

    /** @throws ArchiveException MIXED_UP if it is of another log, WRONG_KEY or ALTERED if the log hasn't signed it */
    public static Checkpoint of(SignedCheckpoint checkpoint, TrustedLog log, Place place) {
        try {
            return checkpoint.verify(log);
        } catch (VerificationException e) {
            throw refused(e, place);
        }
    }

    /** @throws ArchiveException ALTERED for what is no checkpoint, or as {@link #of} */
    public static Checkpoint parse(String checkpoint, TrustedLog log, Place place) {
        try {
            return SignedCheckpoint.parse(checkpoint).verify(log);
        } catch (VerificationException e) {
            throw refused(e, place);
        }
    }

    private static ArchiveException refused(VerificationException e, Place place) {
        ArchiveVerdict verdict =
                switch (e.verdict()) {
                    case OTHER_LOG -> ArchiveVerdict.MIXED_UP;
                    case NO_TRUSTED_SIGNATURE -> ArchiveVerdict.WRONG_KEY;
                    default -> ArchiveVerdict.ALTERED;
                };
        return new ArchiveException(verdict, place, "the log's checkpoint: " + e.getMessage(), e);
    }
}
