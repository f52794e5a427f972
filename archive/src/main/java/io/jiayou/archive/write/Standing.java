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

    private final String target;
    private final InstantSource clock;
    private @Nullable ChainEnd end;
    private long behind;
    private @Nullable Instant lastWritten;
    private @Nullable String lastError;
    private @Nullable ArchiveVerdict verdict;
    private @Nullable ArchiveException wrong;
    private @Nullable Instant waitingSince;
    private long bytesPerEvent = FIRST_GUESS;
    private long compared = -1;
    private long attempted = -1;

    Standing(String target, InstantSource clock) {
        this.target = target;
        this.clock = clock;
    }

    synchronized Progress progress() {
        Instant since = waitingSince;
        Duration waiting = since == null ? Duration.ZERO : Duration.between(since, clock.instant());
        ChainEnd here = end;
        return new Progress(
                target,
                here == null ? -1 : here.events(),
                here == null ? -1 : here.segments(),
                here == null ? -1 : here.sets(),
                behind,
                waiting,
                lastWritten,
                here == null ? null : instant(here.lastTime()),
                here == null ? null : instant(here.setTaken()),
                lastError,
                verdict);
    }

    private static @Nullable Instant instant(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
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
        } else if (waitingSince == null || waitingSince.isAfter(now)) { // the clock was set back
            waitingSince = now;
        }
        behind = events;
    }

    /** Whether what waits will fill a segment, by what the last ones were like. */
    synchronized boolean isWorth(int bytes) {
        return behind >= bytes / bytesPerEvent + 1;
    }

    synchronized void wrote(ChainEnd now, long before, int bytes) {
        long events = now.events() - before;
        long left = behind - events;
        if (left > 0) { // then the segment is full, and tells how long an event is
            bytesPerEvent = Math.max(1, bytes / events);
        }
        attempted = now.segments();
        end = now;
        behind = left;
        lastWritten = clock.instant();
        if (left <= 0) {
            waitingSince = null;
        }
    }

    /** Whether there are more segments than this archiver can have written itself. */
    synchronized boolean hasForeignSegments(ChainEnd found) {
        return attempted >= 0 && found.segments() > attempted + 1;
    }

    synchronized void accepts(ChainEnd found) {
        attempted = found.segments();
    }

    /** Whether the end of the archive wasn't compared with the log yet. */
    synchronized boolean mustCompare(long events) {
        boolean first = compared < 0;
        compared = events;
        return first;
    }

    synchronized void works(ChainEnd now) {
        attempted = now.segments();
        end = now;
        lastError = null;
        verdict = null;
    }

    synchronized void fails(Exception cause) {
        stopped(cause, null);
    }

    synchronized void isWrong(ArchiveException found) {
        wrong = found;
        stopped(found, found.verdict());
    }

    private void stopped(Exception cause, @Nullable ArchiveVerdict found) {
        String message = cause.getMessage();
        lastError = message == null ? cause.getClass().getSimpleName() : message;
        verdict = found;
    }
}
