package io.jiayou.security.events;

/** Why requests were refused before anybody looked at what they wanted. */
public enum RefusalKind {
    /** No token. */
    UNAUTHENTICATED,
    /** A token that can't be believed: a wrong signature, too old, of somebody else. */
    TOKEN_NOT_BELIEVED,
    /** A login failed. */
    LOGIN_REFUSED,
    /** A token without the right for this. */
    FORBIDDEN,
    /** More requests than one may send. */
    TOO_MANY_REQUESTS,
    /** From an address that operations keep out. */
    ADDRESS_REFUSED
}
