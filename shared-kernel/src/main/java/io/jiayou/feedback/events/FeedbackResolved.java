package io.jiayou.feedback.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.personal.Personal;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The matter is settled; the outcome is what the person is told.
 *
 * @param judgedOn the order's history that the outcome rests on; none for feedback about no order, and none in revision 1
 * @param driverId whose feedback it is; none if nobody knows, and none before revision 3
 */
@StoredAs(value = "feedback.resolved", revision = 3)
public record FeedbackResolved(
        @Limited(Limit.ID) String feedbackId,
        @Limited(Limit.ID) @Nullable String driverId,

        @Personal(of = {"driverId", "feedbackId"}) @Limited(Limit.STORY)
        String outcome,

        @Nullable JudgedOn judgedOn,
        Instant at)
        implements FeedbackEvent {}
