package io.jiayou.feedback.answerfeedback;

import io.jiayou.command.Aggregates;
import io.jiayou.command.ErasedPersons;
import io.jiayou.feedback.Feedback;
import io.jiayou.feedback.FeedbackAggregate;
import io.jiayou.feedback.OrderFreeze;
import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.feedback.events.JudgedOn;
import io.jiayou.rules.Rule;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides on {@link AnswerFeedback}. */
@Component
public class AnswerFeedbackHandler {

    private final Aggregates<FeedbackAggregate, Feedback, FeedbackEvent> feedback;
    private final OrderFreeze orders;
    private final ErasedPersons erased;

    public AnswerFeedbackHandler(
            Aggregates<FeedbackAggregate, Feedback, FeedbackEvent> feedback, OrderFreeze orders, ErasedPersons erased) {
        this.feedback = feedback;
        this.erased = erased;
        this.orders = orders;
    }

    @CommandHandler
    void handle(AnswerFeedback command) {
        feedback.decide(command.feedbackId(), piece -> decide(piece, command, () -> judgedOn(piece)));
    }

    private @Nullable JudgedOn judgedOn(Feedback piece) {
        String driver = piece.driverId();
        Rule.DRIVER_ERASED.require(driver == null || !erased.has(driver), "there is nobody left to answer");
        return orders.judgedOn(piece);
    }

    /** @param judgedOn asked only for what is decided */
    static List<FeedbackEvent> decide(Feedback piece, AnswerFeedback command, Supplier<@Nullable JudgedOn> judgedOn) {
        Rule.FEEDBACK_ALREADY_RESOLVED.require(
                !piece.resolved(), "resolved feedback is reopened before it is answered");
        if (command.text().equals(piece.lastReply())) {
            return List.of();
        }
        return List.of(new FeedbackAnswered(
                command.feedbackId(), piece.driverId(), command.text(), judgedOn.get(), command.at()));
    }
}
