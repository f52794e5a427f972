package io.jiayou.feedback.filefeedback;

import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackFiled;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * File feedback; sending the same piece twice is one piece.
 *
 * @param driverId none if nobody knows who it was
 * @param orderId none if it is about no order
 * @param rating 1 (poor) to 5 (good)
 */
public record FileFeedback(
        @TargetAggregateIdentifier String feedbackId,
        @Nullable String driverId,
        @Nullable String orderId,
        FeedbackCategory category,
        String text,
        @Nullable Integer rating,
        FeedbackChannel channel,
        Instant at) {

    boolean isRepeatedBy(FeedbackFiled filed) {
        return filed.category() == category
                && filed.text().equals(text)
                && filed.channel() == channel
                && Objects.equals(filed.driverId(), driverId)
                && Objects.equals(filed.orderId(), orderId)
                && Objects.equals(filed.rating(), rating);
    }
}
