package io.jiayou.feedback.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.personal.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * It wasn't settled after all.
 *
 * @param driverId whose feedback it is; none if nobody knows, and none in revision 1
 */
@StoredAs(value = "feedback.reopened", revision = 2)
public record FeedbackReopened(
        String feedbackId,
        @Nullable String driverId,
        @Personal(of = {"driverId", "feedbackId"}) String reason,
        Instant at)
        implements FeedbackEvent {}
