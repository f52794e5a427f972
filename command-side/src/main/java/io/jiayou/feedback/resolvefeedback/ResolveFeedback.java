package io.jiayou.feedback.resolvefeedback;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Settle the matter and tell the outcome. */
public record ResolveFeedback(@TargetAggregateIdentifier String feedbackId, String outcome, Instant at) {}
