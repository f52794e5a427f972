package io.jiayou.feedback.resolvefeedback;

import io.jiayou.command.Aggregates;
import io.jiayou.feedback.Feedback;
import io.jiayou.feedback.FeedbackAggregate;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.feedback.events.FeedbackResolved;
import io.jiayou.rules.Rule;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link ResolveFeedback}. */
@Component
public class ResolveFeedbackHandler {

    private final Aggregates<FeedbackAggregate, Feedback, FeedbackEvent> feedback;

    public ResolveFeedbackHandler(Aggregates<FeedbackAggregate, Feedback, FeedbackEvent> feedback) {
        this.feedback = feedback;
    }

    @CommandHandler
    void handle(ResolveFeedback command) {
        feedback.decide(command.feedbackId(), piece -> decide(piece, command));
    }

    static List<FeedbackEvent> decide(Feedback piece, ResolveFeedback command) {
        Rule.FEEDBACK_ALREADY_RESOLVED.require(!piece.resolved(), "the feedback has an outcome already");
        return List.of(new FeedbackResolved(command.feedbackId(), command.outcome(), command.at()));
    }
}
