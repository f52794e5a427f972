package io.jiayou.feedback.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** The matter is settled; the outcome is what the person is told. */
@StoredAs("feedback.resolved")
public record FeedbackResolved(String feedbackId, String outcome, Instant at) implements FeedbackEvent {}
