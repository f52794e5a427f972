package io.jiayou.readmodel.projection;

import java.time.Instant;

/**
 * Why a read model doesn't get on. It is tried again until it succeeds; no event is skipped.
 *
 * @param error the exception's class and message
 * @param since when it failed first without having succeeded again
 * @param after the last position that was folded, -1 for none
 */
public record Failure(Step step, String error, Instant since, long after) {

    /** What failed. */
    public enum Step {
        /** Getting events from the store. */
        READING,
        /** Folding events, or writing the documents or the token. */
        FOLDING
    }
}
