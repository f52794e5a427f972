package io.jiayou.feedback.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** The person was told something in reply. */
@StoredAs("feedback.answered")
public record FeedbackAnswered(String feedbackId, String text, Instant at) implements FeedbackEvent {}
