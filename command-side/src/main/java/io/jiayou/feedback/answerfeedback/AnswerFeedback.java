package io.jiayou.feedback.answerfeedback;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell the person something in reply; the same reply twice in a row is one. */
public record AnswerFeedback(@TargetAggregateIdentifier String feedbackId, String text, Instant at) {}
