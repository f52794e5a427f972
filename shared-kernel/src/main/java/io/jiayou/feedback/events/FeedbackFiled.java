package io.jiayou.feedback.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.personal.Personal;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody told us something.
 *
 * @param rating 1 (poor) to 5 (good)
 * @param evidence the order as it stood at this moment; with an order only
 * @param priority what followed from the evidence by the rules of this moment
 */
@StoredAs("feedback.filed")
public record FeedbackFiled(
        @Limited(Limit.ID) String feedbackId,
        @Limited(Limit.ID) @Nullable String driverId,
        @Limited(Limit.ID) @Nullable String orderId,
        FeedbackCategory category,

        @Personal(of = {"driverId", "feedbackId"}) @Limited(Limit.STORY)
        String text,

        @Limited(Limit.RATING) @Nullable Integer rating,
        FeedbackChannel channel,
        @Nullable OrderEvidence evidence,
        FeedbackPriority priority,
        Instant at)
        implements FeedbackEvent {}
