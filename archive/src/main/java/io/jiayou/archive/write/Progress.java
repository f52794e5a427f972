package io.jiayou.archive.write;

import io.jiayou.archive.ArchiveVerdict;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an archive stands on one target, for alarms.
 *
 * @param target its name
 * @param events how many are archived, -1 as long as the target hasn't been reached
 * @param segments how many, -1 likewise
 * @param sets how many were ever taken, -1 likewise
 * @param behind how many signed events aren't archived yet, when it was last looked
 * @param waiting how long the oldest of them has been known
 * @param lastWritten when the last segment was written by this process, null before
 * @param lastEvent when the last event that is archived was recorded, null for none
 * @param lastSet when the last set was taken, null for none
 * @param lastError one sentence about what fails now, null if nothing does
 * @param verdict what is wrong if it isn't the target that fails; then nothing more is written
 */
public record Progress(
        String target,
        long events,
        long segments,
        long sets,
        long behind,
        Duration waiting,
        @Nullable Instant lastWritten,
        @Nullable Instant lastEvent,
        @Nullable Instant lastSet,
        @Nullable String lastError,
        @Nullable ArchiveVerdict verdict) {}
