package io.jiayou.feedback.events;

import java.time.Instant;

/** What happened to a piece of feedback. */
public sealed interface FeedbackEvent permits FeedbackFiled, FeedbackAnswered, FeedbackResolved, FeedbackReopened {

    String feedbackId();

    /** When it happened; when it was recorded is the event's own timestamp. */
    Instant at();
}
