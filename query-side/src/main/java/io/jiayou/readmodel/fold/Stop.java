package io.jiayou.readmodel.fold;

import java.time.Instant;

/**
 * An event that couldn't be taken in.
 *
 * @param position its place in the global order
 * @param since when it was recorded: what it stops stands as it was before
 * @param error the class of what went wrong; never its message, which may quote what is personal
 */
public record Stop(long position, Instant since, String error) {}
