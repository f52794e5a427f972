package io.jiayou.feedback.reopenfeedback;

import io.jiayou.command.Aggregates;
import io.jiayou.feedback.Feedback;
import io.jiayou.feedback.FeedbackAggregate;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.feedback.events.FeedbackReopened;
import io.jiayou.rules.Rule;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link ReopenFeedback}. */
@Component
public class ReopenFeedbackHandler {

    private final Aggregates<FeedbackAggregate, Feedback, FeedbackEvent> feedback;

    public ReopenFeedbackHandler(Aggregates<FeedbackAggregate, Feedback, FeedbackEvent> feedback) {
        this.feedback = feedback;
    }

    @CommandHandler
    void handle(ReopenFeedback command) {
        feedback.decide(command.feedbackId(), piece -> decide(piece, command));
    }

    static List<FeedbackEvent> decide(Feedback piece, ReopenFeedback command) {
        Rule.FEEDBACK_NOT_RESOLVED.require(piece.resolved(), "only resolved feedback can be reopened");
        return List.of(new FeedbackReopened(command.feedbackId(), piece.driverId(), command.reason(), command.at()));
    }
}
