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

/** A piece of feedback in the queue: {@link FeedbackDetails} without evidence and timeline. */
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
