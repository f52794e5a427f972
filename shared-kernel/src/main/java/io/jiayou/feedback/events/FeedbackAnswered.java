package io.jiayou.feedback.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The person was told something in reply.
 *
 * @param judgedOn the order's history that the reply rests on; none for feedback about no order, and none in revision 1
 */
@StoredAs(value = "feedback.answered", revision = 2)
public record FeedbackAnswered(
        String feedbackId, String text, @Nullable JudgedOn judgedOn, Instant at) implements FeedbackEvent {}
