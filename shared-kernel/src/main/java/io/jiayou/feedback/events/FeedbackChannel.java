package io.jiayou.feedback.events;

/** How a piece of feedback reached us. */
public enum FeedbackChannel {
    MINI_PROGRAM,
    MESSAGE_BOARD,
    EMAIL,
    PHONE
}
