package io.jiayou.feedback.queue;

import java.util.Arrays;
import java.util.List;

/** Where a piece of feedback stands. */
public enum FeedbackStatus {
    /** Nobody has answered yet. */
    OPEN,
    /** Answered, and not settled. */
    ANSWERED,
    /** Settled. */
    RESOLVED,
    /** It wasn't settled after all. */
    REOPENED;

    /** Those that somebody still has to do something about. */
    static List<FeedbackStatus> unresolved() {
        return Arrays.stream(values()).filter(status -> status != RESOLVED).toList();
    }
}
