package io.jiayou.feedback.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.personal.Personal;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The person was told something in reply.
 *
 * @param judgedOn the order's history that the reply rests on; none for feedback about no order, and none in revision 1
 * @param driverId whose feedback it is; none if nobody knows, and none before revision 3
 */
@StoredAs(value = "feedback.answered", revision = 3)
public record FeedbackAnswered(
        @Limited(Limit.ID) String feedbackId,
        @Limited(Limit.ID) @Nullable String driverId,

        @Personal(of = {"driverId", "feedbackId"}) @Limited(Limit.STORY)
        String text,

        @Nullable JudgedOn judgedOn,
        Instant at)
        implements FeedbackEvent {}
