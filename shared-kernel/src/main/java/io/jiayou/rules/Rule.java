package io.jiayou.rules;

import java.util.Locale;

/**
 * Every rule that can refuse a command. Its code is part of the API: it never changes once published. Titles in Chinese
 * and English: {@link ProblemTitles}.
 */
public enum Rule {
    DRIVER_UNKNOWN(Kind.UNKNOWN),
    DRIVER_ERASED(Kind.REFUSED),
    DRIVER_ALREADY_REGISTERED(Kind.REFUSED),
    DRIVER_NEEDS_AN_IDENTIFIER(Kind.REFUSED),
    IDENTIFIER_TAKEN(Kind.REFUSED),
    IDENTIFIER_PROVED(Kind.REFUSED),
    VEHICLE_ALREADY_ADDED(Kind.REFUSED),
    VEHICLE_UNKNOWN(Kind.UNKNOWN),
    TOO_MANY_VEHICLES(Kind.REFUSED),
    TOO_MANY_CHANGES(Kind.REFUSED),

    STATION_UNKNOWN(Kind.UNKNOWN),
    STATION_ALREADY_REGISTERED(Kind.REFUSED),
    STATION_CLOSED(Kind.REFUSED),
    STATION_ALREADY_OPEN(Kind.REFUSED),
    STATION_ALREADY_CLOSED(Kind.REFUSED),
    CURRENCY_DIFFERS(Kind.REFUSED),
    PUMP_UNKNOWN(Kind.REFUSED),
    PUMP_CLOSED(Kind.REFUSED),
    GRADE_NOT_AT_PUMP(Kind.REFUSED),
    NO_PRICE_HOLDS(Kind.REFUSED),

    ORDER_UNKNOWN(Kind.UNKNOWN),
    ORDER_ID_TAKEN(Kind.REFUSED),
    ORDER_TOO_SMALL(Kind.REFUSED),
    ORDER_TOO_LARGE(Kind.REFUSED),
    ORDER_ALREADY_PAID(Kind.REFUSED),
    ORDER_NOT_PAID(Kind.REFUSED),
    ORDER_CANCELLED(Kind.REFUSED),
    ORDER_ALREADY_DISPENSED(Kind.REFUSED),
    ORDER_NOT_DISPENSED(Kind.REFUSED),
    ORDER_ALREADY_COMPLETED(Kind.REFUSED),
    PAYMENT_AMOUNT_DIFFERS(Kind.REFUSED),
    DISPENSED_MORE_THAN_PAID(Kind.REFUSED),
    TOTAL_DIFFERS_FROM_METER(Kind.REFUSED),

    FEEDBACK_UNKNOWN(Kind.UNKNOWN),
    FEEDBACK_ID_TAKEN(Kind.REFUSED),
    FEEDBACK_ALREADY_RESOLVED(Kind.REFUSED),
    FEEDBACK_NOT_RESOLVED(Kind.REFUSED),

    ACCOUNT_UNKNOWN(Kind.UNKNOWN),
    ACCOUNT_NAME_TAKEN(Kind.REFUSED),
    ACCOUNT_LAST_OPERATIONS(Kind.REFUSED),
    MACHINE_KEY_UNKNOWN(Kind.UNKNOWN),
    SESSION_UNKNOWN(Kind.UNKNOWN),

    ARCHIVE_ID_TAKEN(Kind.REFUSED),
    PRUNING_DIFFERS(Kind.REFUSED),

    /** An aggregate stands still before one of its events, which it can't take. */
    AGGREGATE_STOPPED(Kind.REFUSED),
    NOTHING_STOPPED_THERE(Kind.REFUSED),
    ANNULMENT_UNKNOWN(Kind.UNKNOWN),
    ANNULMENT_NEEDS_TWO(Kind.REFUSED),
    ANNULMENT_ALREADY_CONFIRMED(Kind.REFUSED),

    // the border
    ADDRESSES_NOT_LISTED(Kind.UNKNOWN),
    ADDRESS_LIST_FULL(Kind.REFUSED),
    // what no event may hold
    TIME_OUT_OF_RANGE(Kind.INVALID),
    NUMBER_OUT_OF_RANGE(Kind.INVALID),
    TEXT_NOT_PLAIN(Kind.INVALID),
    TEXT_BLANK(Kind.INVALID),
    TEXT_TOO_LONG(Kind.INVALID),
    FORM_NOT_ALLOWED(Kind.INVALID),
    LIST_OUT_OF_RANGE(Kind.INVALID);

    /** What a violation means to the sender. */
    public enum Kind {
        /** What the command names doesn't exist. */
        UNKNOWN(404),
        /** It exists, and its state or the command's content forbids the command. */
        REFUSED(409),
        /** It says what no event may hold, whatever the state: see {@link io.jiayou.values.Limit}. */
        INVALID(400);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status that goes with it. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;

    Rule(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The stable code in problem details, logs and metrics: {@code order-not-paid}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Refuses.
     *
     * @param english which fact stood against it, without personal data: a constant, see {@link Detail}
     */
    public RuleViolation violated(String english, Object... values) {
        return new RuleViolation(this, Detail.of(english, values));
    }

    /** Refuses unless the condition holds. */
    public void require(boolean condition, String english, Object... values) {
        if (!condition) {
            throw violated(english, values);
        }
    }
}
