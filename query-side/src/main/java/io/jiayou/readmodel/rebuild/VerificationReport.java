package io.jiayou.readmodel.rebuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a verification stands, or how it ended.
 *
 * @param generation that is verified; none before it began
 * @param events folded so far; where documents are folded range by range, each pass counts
 * @param total the events to fold in all passes
 * @param secondsLeft estimated
 * @param differences between the live documents and what their events say; none before the end
 * @param error why there is no result
 */
public record VerificationReport(
        String model,
        @Nullable Integer generation,
        long events,
        long total,
        long secondsLeft,
        @Nullable Differences differences,
        @Nullable String error,
        Instant startedAt,
        @Nullable Instant endedAt) {}
