package io.jiayou.feedback.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.personal.Personal;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * It wasn't settled after all.
 *
 * @param driverId whose feedback it is; none if nobody knows, and none in revision 1
 */
@StoredAs(value = "feedback.reopened", revision = 2)
public record FeedbackReopened(
        @Limited(Limit.ID) String feedbackId,
        @Limited(Limit.ID) @Nullable String driverId,

        @Personal(of = {"driverId", "feedbackId"}) @Limited(Limit.STORY)
        String reason,

        Instant at)
        implements FeedbackEvent {}
