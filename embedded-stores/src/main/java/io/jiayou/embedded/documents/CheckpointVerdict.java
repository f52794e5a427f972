package io.jiayou.embedded.documents;

/** Whether a checkpoint file may be trusted. */
public sealed interface CheckpointVerdict {

    /** Every byte is as it was written. */
    record Sound(CheckpointContents contents) implements CheckpointVerdict {}

    /**
     * The file is of no use: start from an empty store and fold all events.
     *
     * @param detail for a log line; names no data
     */
    record Refused(Reason reason, String detail) implements CheckpointVerdict {}

    /** Why a checkpoint is refused. */
    enum Reason {
        /** There is no file. */
        MISSING,
        /** The file doesn't begin as a checkpoint does. */
        NOT_A_CHECKPOINT,
        /** The file was written by a later version of this program. */
        NEWER_FORMAT,
        /** The checksum is wrong: a byte was changed, or the file was cut or extended. */
        DAMAGED,
        /** The file is sound, but the caller refused its header. */
        NOT_ACCEPTED
    }
}
