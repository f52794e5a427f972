package io.jiayou.feedback;

import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackReopened;
import io.jiayou.feedback.events.FeedbackResolved;
import org.jspecify.annotations.Nullable;

/**
 * A piece of feedback as its events made it.
 *
 * @param filed none before it exists
 * @param lastReply the newest reply, if nothing came after it
 */
public record Feedback(
        @Nullable FeedbackFiled filed,
        boolean resolved,
        @Nullable String lastReply) {

    /** Before the first event. */
    public static final Feedback NONE = new Feedback(null, false, null);

    /** Whose it is; none if nobody knows. */
    public @Nullable String driverId() {
        return filed == null ? null : filed.driverId();
    }

    public Feedback evolve(FeedbackEvent event) {
        return switch (event) {
            case FeedbackFiled it -> new Feedback(it, resolved, null);
            case FeedbackAnswered it -> new Feedback(filed, resolved, it.text());
            case FeedbackResolved ignored -> new Feedback(filed, true, null);
            case FeedbackReopened ignored -> new Feedback(filed, false, null);
        };
    }
}
