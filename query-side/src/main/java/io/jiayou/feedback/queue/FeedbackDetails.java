package io.jiayou.feedback.queue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jiayou.audit.personal.OfPerson;
import io.jiayou.audit.personal.Opened;
import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.events.FeedbackReopened;
import io.jiayou.feedback.events.FeedbackResolved;
import io.jiayou.feedback.events.OrderEvidence;
import io.jiayou.readmodel.View;
import io.jiayou.timeline.Step;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A piece of feedback with everything that happened to it.
 *
 * @param urgency the priority as a number to sort by, 0 is the most urgent
 * @param driverId who says it; absent where nobody is known
 * @param orderId the order that it is about; absent if it's about no order
 * @param category what it is about
 * @param text as the person wrote it
 * @param rating 1 (poor) to 5 (good); absent if none was given
 * @param channel how it reached us
 * @param priority how urgent it is; it follows from evidence, not from how loud the text is
 * @param evidence the order as it stood when the feedback was filed; absent without an order
 * @param timeline every event, in the order in which they were recorded
 * @param position of the last event of the feedback that is taken in
 */
public record FeedbackDetails(
        @BsonId String feedbackId,
        @Nullable String driverId,
        @Nullable String orderId,
        FeedbackCategory category,
        @Opened(from = FeedbackFiled.class, field = "text") String text,
        @Nullable Integer rating,
        FeedbackChannel channel,
        FeedbackPriority priority,
        @JsonIgnore int urgency,
        @Nullable OrderEvidence evidence,
        Instant filedAt,
        @JsonUnwrapped Handling handling,
        List<Step> timeline,
        long position)
        implements View, OfPerson {

    /**
     * What the person was told in reply.
     *
     * @param at when the person was told
     */
    public record Reply(
            @Opened(from = FeedbackAnswered.class, field = "text")
            String text,

            Instant at) {}

    /**
     * What was done about it.
     *
     * @param status where it stands
     * @param replies what the person was told, in order
     * @param outcome what the person was told at the end; of the last time, if it was reopened
     * @param reopenedBecause why it wasn't settled after all, the last time
     */
    public record Handling(
            FeedbackStatus status,
            List<Reply> replies,

            @Opened(from = FeedbackResolved.class, field = "outcome") @Nullable
            String outcome,

            @Opened(from = FeedbackReopened.class, field = "reason") @Nullable
            String reopenedBecause) {}

    @Override
    public String person() {
        return driverId == null ? feedbackId : driverId;
    }

    @Override
    public String id() {
        return feedbackId;
    }

    FeedbackDetails after(Step step, Handling changed) {
        return new FeedbackDetails(
                feedbackId,
                driverId,
                orderId,
                category,
                text,
                rating,
                channel,
                priority,
                urgency,
                evidence,
                filedAt,
                changed,
                Step.append(timeline, step),
                step.position());
    }
}
