package io.jiayou.archive;

/** What is wrong with an archive, or keeps it from being written or read. */
public enum ArchiveVerdict {
    /** A file that belongs to it isn't there. */
    MISSING,
    /** A file isn't what was written. */
    ALTERED,
    /** A file is shorter than what was written. */
    TRUNCATED,
    /** A file stands a second time in another's place. */
    REPEATED,
    /** Two files stand in each other's place. */
    SWAPPED,
    /** A file is of another archive, or tells of another log. */
    MIXED_UP,
    /** It is whole, and older than what was seen before. */
    ROLLED_BACK,
    /** Its lines, or the store's events, don't lead to the root that the log has signed. */
    BAD_TREE,
    /** It isn't signed by the key that is trusted. */
    WRONG_KEY,
    /** It can't be opened with the identities at hand. */
    WRONG_IDENTITY,
    /** A later version wrote it in a format that isn't known here. */
    NEWER_FORMAT,
    /** Somebody else writes to it at the same time. */
    TAKEN,
    /** Where it is restored to there are other events already. */
    OTHER_EVENTS,
    /** A moment or position that it doesn't reach, or a sink that is beyond it. */
    OUT_OF_RANGE,
    /** Its target doesn't answer, or fails. */
    UNREACHABLE;

    private static final int FIRST_STATUS = 10;

    /** The exit status of a process that ends with it, one of its own for each. */
    public int status() {
        return FIRST_STATUS + ordinal();
    }
}
