package io.jiayou.archive.write;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What one archiver knows of how it stands. Written by its thread, read by any. */
final class Standing {

    private static final int FIRST_GUESS = 512;

    private final InstantSource clock;
    private Progress progress;
    private @Nullable ArchiveException wrong;
    private @Nullable Instant waitingSince;
    private long bytesPerEvent = FIRST_GUESS;
    private long compared = -1;
    private long attempted = -1;

    Standing(String target, InstantSource clock) {
        this.clock = clock;
        this.progress = new Progress(target, -1, -1, -1, 0, Duration.ZERO, null, null, null);
    }

    synchronized Progress progress() {
        Instant since = waitingSince;
        Duration waiting = since == null ? Duration.ZERO : Duration.between(since, clock.instant());
        return new Progress(
                progress.target(),
                progress.events(),
                progress.segments(),
                progress.sets(),
                progress.behind(),
                waiting,
                progress.lastWritten(),
                progress.lastError(),
                progress.verdict());
    }

    synchronized void expectNothingWrong() {
        ArchiveException before = wrong;
        if (before != null) {
            throw new ArchiveException(before.verdict(), before.place(), String.valueOf(before.getMessage()), before);
        }
    }

    synchronized void forgive() {
        wrong = null;
        attempted = -1;
        compared = -1;
    }

    /** @return whether the oldest event that isn't archived has waited long enough */
    synchronized boolean sees(long size, long archived, Duration every) {
        Instant now = clock.instant();
        behind(size - archived, now);
        Instant since = waitingSince;
        return since != null && !now.isBefore(since.plus(every));
    }

    private void behind(long events, Instant now) {
        if (events <= 0) {
            waitingSince = null;
        } else if (waitingSince == null) {
            waitingSince = now;
        }
        progress = with(progress.events(), progress.segments(), progress.sets(), events, progress.lastWritten());
    }

    private Progress with(long events, long segments, long sets, long behind, @Nullable Instant written) {
        return new Progress(
                progress.target(),
                events,
                segments,
                sets,
                behind,
                Duration.ZERO,
                written,
                progress.lastError(),
                progress.verdict());
    }

    /** Whether what waits will fill a segment, by what the last ones were like. */
    synchronized boolean isWorth(int bytes) {
        return progress.behind() >= bytes / bytesPerEvent + 1;
    }

    synchronized void wrote(ChainEnd end, long before, int bytes) {
        long events = end.events() - before;
        long left = progress.behind() - events;
        if (left > 0) { // then the segment is full, and tells how long an event is
            bytesPerEvent = Math.max(1, bytes / events);
        }
        attempted = end.segments();
        progress = with(end.events(), end.segments(), end.sets(), left, clock.instant());
        if (left <= 0) {
            waitingSince = null;
        }
    }

    /** Whether there are more segments than this archiver can have written itself. */
    synchronized boolean hasForeignSegments(ChainEnd end) {
        return attempted >= 0 && end.segments() > attempted + 1;
    }

    synchronized void accepts(ChainEnd end) {
        attempted = end.segments();
    }

    /** Whether the end of the archive wasn't compared with the log yet. */
    synchronized boolean mustCompare(long events) {
        boolean first = compared < 0;
        compared = events;
        return first;
    }

    synchronized void works(ChainEnd end) {
        attempted = end.segments();
        progress = new Progress(
                progress.target(),
                end.events(),
                end.segments(),
                end.sets(),
                progress.behind(),
                Duration.ZERO,
                progress.lastWritten(),
                null,
                null);
    }

    synchronized void fails(Exception cause) {
        stopped(cause, null);
    }

    synchronized void isWrong(ArchiveException found) {
        wrong = found;
        stopped(found, found.verdict());
    }

    private void stopped(Exception cause, @Nullable ArchiveVerdict verdict) {
        String message = cause.getMessage();
        progress = new Progress(
                progress.target(),
                progress.events(),
                progress.segments(),
                progress.sets(),
                progress.behind(),
                Duration.ZERO,
                progress.lastWritten(),
                message == null ? cause.getClass().getSimpleName() : message,
                verdict);
    }
}
