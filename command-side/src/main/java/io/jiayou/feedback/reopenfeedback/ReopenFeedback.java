package io.jiayou.feedback.reopenfeedback;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Reopen what was resolved. */
public record ReopenFeedback(@TargetAggregateIdentifier String feedbackId, String reason, Instant at) {}
