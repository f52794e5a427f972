package io.jiayou.feedback.queue;

import static java.util.Objects.requireNonNull;

import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.events.FeedbackReopened;
import io.jiayou.feedback.events.FeedbackResolved;
import io.jiayou.feedback.queue.FeedbackDetails.Handling;
import io.jiayou.feedback.queue.FeedbackDetails.Reply;
import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.timeline.Moments;
import io.jiayou.timeline.Step;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds the events of a piece of feedback into its place in the queue. */
@Component
public class FeedbackModel implements AggregateReadModel<FeedbackDetails> {

    static final String STATUS = "handling.status";
    static final String URGENCY = "urgency";
    static final String FILED_AT = "filedAt";
    static final String DRIVER = "driverId";
    static final String ORDER = "orderId";

    private static final List<FeedbackPriority> MOST_URGENT_FIRST = Arrays.asList(FeedbackPriority.values());

    @Override
    public String name() {
        return "feedback-queue";
    }

    @Override
    public Class<FeedbackDetails> view() {
        return FeedbackDetails.class;
    }

    @Override
    public List<String> indexes() {
        return List.of(STATUS + ',' + URGENCY + ',' + FILED_AT, DRIVER, ORDER);
    }

    @Override
    public boolean reads(Class<?> event) {
        return FeedbackEvent.class.isAssignableFrom(event);
    }

    @Override
    public Collection<String> documentsOf(Object event) {
        return event instanceof FeedbackEvent of ? List.of(of.feedbackId()) : List.of();
    }

    @Override
    public FeedbackDetails fold(String id, @Nullable FeedbackDetails view, RecordedEvent event) {
        FeedbackEvent happened = (FeedbackEvent) event.payload();
        Step step = Step.of(event, happened.at());
        if (happened instanceof FeedbackFiled filed) {
            return filed(filed, step);
        }
        FeedbackDetails before = requireNonNull(view);
        return before.after(step, handled(before.handling(), happened));
    }

    private static Handling handled(Handling before, FeedbackEvent event) {
        return switch (event) {
            case FeedbackFiled filed -> new Handling(FeedbackStatus.OPEN, List.of(), null, null);
            case FeedbackAnswered answered ->
                new Handling(
                        before.status() == FeedbackStatus.RESOLVED ? FeedbackStatus.RESOLVED : FeedbackStatus.ANSWERED,
                        Stream.concat(before.replies().stream(), Stream.of(reply(answered)))
                                .toList(),
                        before.outcome(),
                        before.reopenedBecause());
            case FeedbackResolved resolved ->
                new Handling(FeedbackStatus.RESOLVED, before.replies(), resolved.outcome(), before.reopenedBecause());
            case FeedbackReopened reopened ->
                new Handling(FeedbackStatus.REOPENED, before.replies(), before.outcome(), reopened.reason());
        };
    }

    private static Reply reply(FeedbackAnswered answered) {
        return new Reply(answered.text(), Moments.kept(answered.at()));
    }

    private static FeedbackDetails filed(FeedbackFiled filed, Step step) {
        return new FeedbackDetails(
                filed.feedbackId(),
                filed.driverId(),
                filed.orderId(),
                filed.category(),
                filed.text(),
                filed.rating(),
                filed.channel(),
                filed.priority(),
                MOST_URGENT_FIRST.indexOf(filed.priority()),
                filed.evidence(),
                step.happenedAt(),
                new Handling(FeedbackStatus.OPEN, List.of(), null, null),
                List.of(step),
                step.position());
    }
}
