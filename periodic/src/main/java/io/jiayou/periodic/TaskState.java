package io.jiayou.periodic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a task stands.
 *
 * @param due when it has its turns, for people
 * @param once whether one node does it for all
 * @param lastSuccess when it ended well last; of what has pauses, in this process
 * @param next when its next turn is due; null while it has one
 * @param failingSince since when it doesn't end well
 * @param error what went wrong last
 * @param complaint why that is an alarm; null if it isn't
 */
public record TaskState(
        String name,
        String due,
        boolean once,
        @Nullable Instant lastSuccess,
        @Nullable Instant next,
        @Nullable Instant failingSince,
        @Nullable String error,
        @Nullable String complaint) {}
