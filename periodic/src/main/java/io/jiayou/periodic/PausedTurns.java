package io.jiayou.periodic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns with pauses between them. All that counts are durations, so no setting of a clock makes them come early or late. */
final class PausedTurns implements Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Task.class);

    private final Task task;
    private final InstantSource wall;
    private final InstantSource steady;
    private final Instant begun;
    private Instant next;
    private boolean atWork;
    private @Nullable Instant succeeded;
    private @Nullable Instant failing;
    private @Nullable String error;

    PausedTurns(Task task, InstantSource wall, InstantSource steady) {
        this.task = task;
        this.wall = wall;
        this.steady = steady;
        this.begun = steady.instant();
        this.next = task.due() instanceof Due.Every every ? begun.plus(every.first()) : begun;
    }

    @Override
    public synchronized Instant next() {
        return next;
    }

    private Duration pause() {
        return switch (task.due()) {
            case Due.Every every -> every.pause();
            case Due.Paced paced -> paced.pause().get();
            case Due.At at -> throw new IllegalStateException(at + " has no pause");
        };
    }

    @Override
    @SuppressWarnings("CatchThrowable") // whatever goes wrong, the next turn comes
    public void take() {
        begin();
        try {
            task.work().run();
            end(null);
        } catch (Throwable e) {
            end(e);
        }
    }

    private synchronized void begin() {
        atWork = true;
    }

    private synchronized void end(@Nullable Throwable wrong) {
        Instant now = steady.instant();
        atWork = false;
        next = now.plus(pause());
        if (wrong == null) {
            if (failing != null) {
                LOG.info("{} goes on", task.name());
            }
            succeeded = now;
            failing = null;
            error = null;
        } else {
            if (failing == null) {
                failing = now;
                LOG.warn("{} doesn't succeed at the moment: {}", task.name(), Turns.line(wrong));
            }
            if (wrong instanceof Error) {
                LOG.error("{} is broken", task.name(), wrong);
            }
            error = Turns.line(wrong);
        }
    }

    @Override
    public void beat() {
        // nobody else has these turns
    }

    @Override
    public synchronized TaskState state() {
        Instant since = succeeded == null ? begun : succeeded;
        boolean silent = since.plus(task.silence()).isBefore(steady.instant());
        String complaint = silent
                ? "no success for more than " + Spoken.of(task.silence()) + (error == null ? "" : ": " + error)
                : null;
        return new TaskState(
                task.name(),
                task.due().text(),
                false,
                onTheWall(succeeded),
                atWork ? null : onTheWall(next),
                onTheWall(failing),
                error,
                complaint);
    }

    /** By the clock as it is now: what was noted before it was set means the same moment. */
    private @Nullable Instant onTheWall(@Nullable Instant moment) {
        return moment == null ? null : wall.instant().plus(Duration.between(steady.instant(), moment));
    }
}
