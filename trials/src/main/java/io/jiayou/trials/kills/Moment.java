package io.jiayou.trials.kills;

/** When the process is killed. */
enum Moment {
    /** While orders come in. */
    UNDER_LOAD,
    /** While the read models' checkpoint is being written, and orders come in. */
    WRITING_A_CHECKPOINT,
    /** While all read models are being rebuilt, and orders come in. */
    REBUILDING,
    /** Before it serves. */
    STARTING;

    /** They take turns, the plain one twice as often. */
    static Moment ofRound(int round) {
        return switch (round % 5) {
            case 0, 3 -> UNDER_LOAD;
            case 1 -> STARTING;
            case 2 -> WRITING_A_CHECKPOINT;
            default -> REBUILDING;
        };
    }
}
