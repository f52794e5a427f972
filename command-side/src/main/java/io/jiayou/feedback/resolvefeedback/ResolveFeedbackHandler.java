package io.jiayou.feedback.resolvefeedback;

import io.jiayou.command.Aggregates;
import io.jiayou.feedback.Feedback;
import io.jiayou.feedback.FeedbackAggregate;
import io.jiayou.feedback.OrderFreeze;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.feedback.events.FeedbackResolved;
import io.jiayou.feedback.events.JudgedOn;
import io.jiayou.rules.Rule;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides on {@link ResolveFeedback}. */
@Component
public class ResolveFeedbackHandler {

    private final Aggregates<FeedbackAggregate, Feedback, FeedbackEvent> feedback;
    private final OrderFreeze orders;

    public ResolveFeedbackHandler(Aggregates<FeedbackAggregate, Feedback, FeedbackEvent> feedback, OrderFreeze orders) {
        this.feedback = feedback;
        this.orders = orders;
    }

    @CommandHandler
    void handle(ResolveFeedback command) {
        feedback.decide(command.feedbackId(), piece -> decide(piece, command, () -> orders.judgedOn(piece)));
    }

    /** @param judgedOn asked only for what is decided */
    static List<FeedbackEvent> decide(Feedback piece, ResolveFeedback command, Supplier<@Nullable JudgedOn> judgedOn) {
        Rule.FEEDBACK_ALREADY_RESOLVED.require(!piece.resolved(), "the feedback has an outcome already");
        return List.of(new FeedbackResolved(
                command.feedbackId(), piece.driverId(), command.outcome(), judgedOn.get(), command.at()));
    }
}
