package io.jiayou.feedback;

import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.events.FeedbackReopened;
import io.jiayou.feedback.events.FeedbackResolved;
import java.time.Instant;

/** What happened to feedback, for tests. */
public final class SomeFeedback {

    public static final String ID = "feedback-1";
    public static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

    private SomeFeedback() {}

    /** A suggestion about no order. */
    public static FeedbackFiled filed() {
        return new FeedbackFiled(
                ID,
                null,
                null,
                FeedbackCategory.SUGGESTION,
                "希望有洗车服务",
                null,
                FeedbackChannel.EMAIL,
                null,
                FeedbackPriority.ORDINARY,
                AT);
    }

    public static FeedbackAnswered answered(String text) {
        return new FeedbackAnswered(ID, null, text, null, AT);
    }

    public static FeedbackResolved resolved() {
        return new FeedbackResolved(ID, null, "已转达", null, AT);
    }

    public static FeedbackReopened reopened() {
        return new FeedbackReopened(ID, null, "还没有", AT);
    }
}
