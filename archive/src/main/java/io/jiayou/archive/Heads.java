package io.jiayou.archive;

import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TrustedLog;

/** The log of the events that are archived. */
public interface Heads {

    /** Its origin and keys, as an archive's reader will trust them. */
    TrustedLog log();

    /** Its newest checkpoint, with whatever cosignatures it has; of no event if there is none yet. */
    SignedCheckpoint newest();

    /**
     * A checkpoint that the log signs for the tree as it was.
     *
     * @param size 1 to that of the newest
     */
    SignedCheckpoint at(long size);
}
