package io.jiayou.readmodel;

/**
 * Stands where an event's payload would, if that can't be read any more: what is stored isn't what its type says.
 *
 * @param type what it should have been
 * @param error the class of what went wrong; never its message, which may quote the payload
 */
public record UnreadablePayload(Class<?> type, String error) {}
