package io.jiayou.trials.breakdown;

import java.util.Locale;

/** When something is killed. */
enum Stage {
    /** The whole process, whatever it just does, with commands under way. */
    WRITING_EVENTS,
    /** Behind the beginning of a file of the archive, as long as writing a segment takes. */
    BEHIND_A_FILES_BEGINNING,
    /** Just behind the appearance of a segment's lines, which nothing names yet. */
    BEHIND_A_SEGMENTS_LINES,
    /** Just behind the appearance of a segment's note, of which the head doesn't tell yet. */
    BEHIND_A_SEGMENTS_NOTE,
    /** While a full backup is taken. */
    TAKING_A_FULL_BACKUP,
    /** A restore, in a process of its own. */
    RESTORING;

    /** They take turns; every other one is a restore. */
    static Stage ofRound(int round) {
        return switch (round % 10) {
            case 0 -> BEHIND_A_FILES_BEGINNING;
            case 2 -> WRITING_EVENTS;
            case 4 -> BEHIND_A_SEGMENTS_LINES;
            case 6 -> TAKING_A_FULL_BACKUP;
            case 8 -> BEHIND_A_SEGMENTS_NOTE;
            default -> RESTORING;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
