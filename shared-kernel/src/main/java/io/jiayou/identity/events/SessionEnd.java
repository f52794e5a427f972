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
    ERASED,
    /** Another began, and the actor had as many as may be: it was the one that was longest not used. */
    TOO_MANY
}
