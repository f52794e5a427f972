package io.jiayou.feedback.queue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jiayou.audit.personal.OfPerson;
import io.jiayou.audit.personal.Opened;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.queue.FeedbackDetails.Handling;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A piece of feedback in the queue: {@link FeedbackDetails} without evidence and timeline.
 *
 * @param driverId who says it; absent where nobody is known
 * @param orderId the order that it is about; absent if it's about no order
 * @param category what it is about
 * @param text as the person wrote it
 * @param rating 1 (poor) to 5 (good); absent if none was given
 * @param channel how it reached us
 * @param priority how urgent it is; it follows from evidence, not from how loud the text is
 * @param position of the last event of the feedback that is taken in
 */
public record FeedbackItem(
        @BsonId String feedbackId,
        @Nullable String driverId,
        @Nullable String orderId,
        FeedbackCategory category,
        @Opened(from = FeedbackFiled.class, field = "text") String text,
        @Nullable Integer rating,
        FeedbackChannel channel,
        FeedbackPriority priority,
        @JsonIgnore int urgency,
        Instant filedAt,
        @JsonUnwrapped Handling handling,
        long position)
        implements OfPerson {

    @Override
    public String person() {
        return driverId == null ? feedbackId : driverId;
    }
}
