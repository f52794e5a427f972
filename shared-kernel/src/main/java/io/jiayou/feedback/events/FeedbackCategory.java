package io.jiayou.feedback.events;

/** What a piece of feedback is about. */
public enum FeedbackCategory {
    /** Paid, and no fuel came. */
    CHARGED_WITHOUT_FUEL,
    /** Another amount than expected was charged. */
    WRONG_AMOUNT,
    /** Money that has to go back. */
    REFUND,
    /** What was dispensed. */
    FUEL_QUALITY,
    /** The people and the place. */
    STATION_SERVICE,
    /** The mini-program. */
    APP,
    /** What could be better. */
    SUGGESTION,
    /** What was good. */
    PRAISE,
    /** Anything else. */
    OTHER
}
