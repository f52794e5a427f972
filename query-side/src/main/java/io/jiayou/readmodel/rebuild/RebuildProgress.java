package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.rebuild.RebuildReport.Phase;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Collects what happens to one rebuild, for those who ask meanwhile. */
final class RebuildProgress {

    private final String model;
    private final Clock clock;
    private final Instant startedAt;
    private Phase phase = Phase.WAITING;
    private @Nullable Generation generation;
    private long events;
    private long total;
    private long foldingSince;
    private long foldingNanos;
    private @Nullable Differences differences;
    private @Nullable String error;
    private @Nullable Instant endedAt;

    RebuildProgress(String model, Clock clock) {
        this.model = model;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    synchronized void folding(Generation built) {
        phase = Phase.FOLDING;
        generation = built;
        foldingSince = System.nanoTime();
    }

    synchronized void folded(long done, long of) {
        events = done;
        total = Math.max(of, done);
        foldingNanos = System.nanoTime() - foldingSince;
    }

    synchronized void switching(Generation next) {
        phase = Phase.SWITCHING;
        generation = next;
    }

    synchronized void enter(Phase next) {
        phase = next;
        endedAt = next.isEnd() ? clock.instant() : null;
    }

    synchronized void compared(Differences found) {
        differences = found;
    }

    synchronized void failed(Throwable cause) {
        error = cause.toString();
        enter(Phase.FAILED);
    }

    synchronized RebuildReport report() {
        double perSecond = foldingNanos == 0 ? 0 : events * 1e9 / foldingNanos;
        long left = phase == Phase.FOLDING && perSecond > 0 ? (long) Math.ceil((total - events) / perSecond) : 0;
        return new RebuildReport(
                model,
                phase,
                generation == null ? null : generation.number(),
                events,
                total,
                Math.round(perSecond),
                left,
                differences,
                error,
                startedAt,
                endedAt);
    }
}
