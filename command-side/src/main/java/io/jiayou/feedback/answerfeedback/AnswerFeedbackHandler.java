package io.jiayou.feedback.answerfeedback;

import io.jiayou.command.Aggregates;
import io.jiayou.feedback.Feedback;
import io.jiayou.feedback.FeedbackAggregate;
import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.rules.Rule;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link AnswerFeedback}. */
@Component
public class AnswerFeedbackHandler {

    private final Aggregates<FeedbackAggregate, Feedback, FeedbackEvent> feedback;

    public AnswerFeedbackHandler(Aggregates<FeedbackAggregate, Feedback, FeedbackEvent> feedback) {
        this.feedback = feedback;
    }

    @CommandHandler
    void handle(AnswerFeedback command) {
        feedback.decide(command.feedbackId(), piece -> decide(piece, command));
    }

    static List<FeedbackEvent> decide(Feedback piece, AnswerFeedback command) {
        Rule.FEEDBACK_ALREADY_RESOLVED.require(
                !piece.resolved(), "resolved feedback is reopened before it is answered");
        if (command.text().equals(piece.lastReply())) {
            return List.of();
        }
        return List.of(new FeedbackAnswered(command.feedbackId(), command.text(), command.at()));
    }
}
