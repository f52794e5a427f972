package io.jiayou.feedback.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The matter is settled; the outcome is what the person is told.
 *
 * @param judgedOn the order's history that the outcome rests on; none for feedback about no order, and none in revision 1
 */
@StoredAs(value = "feedback.resolved", revision = 2)
public record FeedbackResolved(
        String feedbackId, String outcome, @Nullable JudgedOn judgedOn, Instant at) implements FeedbackEvent {}
