package io.jiayou.identity.events;

/** Why a session ended. */
public enum SessionEnd {
    LOGGED_OUT,
    /** From another session of the same person. */
    ENDED_BY_OWNER,
    TOKEN_REUSED,
    /** The account was closed or reset, or got another role or password. */
    ACCOUNT_CHANGED,
    /** The driver was erased. */
    ERASED
}
