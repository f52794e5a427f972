package io.jiayou.rules;

import java.util.Locale;

/**
 * What can go wrong with a request before or beside any {@link Rule}. The codes are part of the API: one never changes
 * once published.
 */
public enum Problem {
    /** Not HTTP as it should be: a path, a header or a parameter. */
    MALFORMED_REQUEST(400),
    MALFORMED_BODY(400),
    INVALID_FIELD(400),
    MISSING_FIELD(400),
    /** A strict import met a fault in its files; nothing was imported. */
    IMPORT_REFUSED(400),
    /** No token, or none that can be believed. */
    UNAUTHENTICATED(401),
    /** A login failed; nobody is told which part of it. */
    LOGIN_REFUSED(401),
    /** A token, but not the right for this. */
    FORBIDDEN(403),
    /** From an address that operations keep out. */
    ADDRESS_REFUSED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    PAST_UNKNOWN(404),
    /** A past that is being built, or that failed. */
    PAST_NOT_READY(409),
    /** A past that is ready, and isn't one of what was asked for: of another moment, without that read model, or of what didn't happen. */
    PAST_UNSUITABLE(409),
    /** A past of this name. */
    PAST_EXISTS(409),
    TOO_MANY_PASTS(409),
    /** Somebody else changed the same thing at the same moment; sending again may succeed. */
    CONFLICT(409),
    /** A document stands still before an event that it can't take, and the request waits for something behind it. */
    DOCUMENT_STOPPED(409),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_MANY_ATTEMPTS(429),
    /** More requests than an address or an actor may send. */
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL(500),
    UNAVAILABLE(503),
    /** A read model hasn't seen the version that the request asked for, and the wait is over. */
    READ_MODEL_BEHIND(503);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** The stable code in problem details, logs and metrics: {@code malformed-body}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
