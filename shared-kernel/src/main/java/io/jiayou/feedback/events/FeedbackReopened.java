package io.jiayou.feedback.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** It wasn't settled after all. */
@StoredAs("feedback.reopened")
public record FeedbackReopened(String feedbackId, String reason, Instant at) implements FeedbackEvent {}
