package io.jiayou.identity.events;

/** Why a login failed; the person is only told that it did. */
public enum RefusalReason {
    PASSWORD,
    SECOND_FACTOR,
    CLOSED
}
