package io.jiayou.feedback.events;

/** What a piece of feedback is about. */
public enum FeedbackCategory {
    CHARGED_WITHOUT_FUEL,
    WRONG_AMOUNT,
    REFUND,
    FUEL_QUALITY,
    STATION_SERVICE,
    APP,
    SUGGESTION,
    PRAISE,
    OTHER
}
