package io.jiayou.readmodel.rebuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a rebuild stands, or how it ended.
 *
 * @param generation that is built; none while it waits for its turn
 * @param total the events to fold, as the store's head says
 * @param eventsPerSecond of the folding, so far or in the end
 * @param secondsLeft of the folding, estimated; 0 after it
 * @param differences between the old generation and the new one; none before they were compared, and if there was no
 *     old one
 * @param error why it failed
 */
public record RebuildReport(
        String model,
        Phase phase,
        @Nullable Integer generation,
        long events,
        long total,
        long eventsPerSecond,
        long secondsLeft,
        @Nullable Differences differences,
        @Nullable String error,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** The steps of a rebuild, in their order. */
    public enum Phase {
        WAITING,
        FOLDING,
        COMPARING,
        SWITCHING,
        DONE,
        /** The generation that was live before still is. */
        FAILED;

        public boolean isEnd() {
            return this == DONE || this == FAILED;
        }
    }
}
