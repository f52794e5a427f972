package io.jiayou.security.events;

/** On which list a range of addresses stands. */
public enum Listing {
    /** As soon as one range is allowed, only allowed ones get in. */
    ALLOWED,
    /** Refused, also where an allowed range holds it. */
    DENIED
}
