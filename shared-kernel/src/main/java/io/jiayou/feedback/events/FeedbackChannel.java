package io.jiayou.feedback.events;

/** How a piece of feedback reached us. */
public enum FeedbackChannel {
    /** Written in the mini-program. */
    MINI_PROGRAM,
    /** Written on a message board. */
    MESSAGE_BOARD,
    /** By e-mail. */
    EMAIL,
    /** Said on the phone. */
    PHONE
}
