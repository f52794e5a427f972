package io.jiayou.feedback.answerfeedback;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell the person something in reply. */
public record AnswerFeedback(@TargetAggregateIdentifier String feedbackId, String text, Instant at) {}
