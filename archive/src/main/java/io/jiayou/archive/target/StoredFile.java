package io.jiayou.archive.target;

/**
 * A file on a target.
 *
 * @param bytes its length
 */
public record StoredFile(String name, long bytes) {}
