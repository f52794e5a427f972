package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.documents.Generation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Collects what happens to one verification, for those who ask meanwhile. */
final class VerificationProgress {

    private final String model;
    private final Clock clock;
    private Instant startedAt;
    private @Nullable Generation generation;
    private long events;
    private long total;
    private @Nullable Differences differences;
    private @Nullable String error;
    private @Nullable Instant endedAt;

    VerificationProgress(String model, Clock clock) {
        this.model = model;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    synchronized void begun(Generation verified, long eventsInAll) {
        startedAt = clock.instant();
        generation = verified;
        total = eventsInAll;
    }

    synchronized void folded(long more) {
        events += more;
    }

    synchronized void ended(Differences found) {
        differences = found;
        endedAt = clock.instant();
    }

    synchronized void failed(Throwable cause) {
        error = cause.toString();
        endedAt = clock.instant();
    }

    synchronized VerificationReport report() {
        Instant until = endedAt == null ? clock.instant() : endedAt;
        double seconds = Duration.between(startedAt, until).toNanos() / 1e9;
        long left = endedAt == null && events > 0 ? (long) Math.ceil(seconds * (total - events) / events) : 0;
        return new VerificationReport(
                model,
                generation == null ? null : generation.number(),
                events,
                total,
                Math.max(0, left),
                differences,
                error,
                startedAt,
                endedAt);
    }
}
