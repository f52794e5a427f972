package io.jiayou.periodic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns at times of the clock on the wall. It's looked at that clock again and again, since it may be set; what was due
 * while nothing ran is done once afterwards. Whose turn it is among nodes that share a memory shows in the note: a holder
 * that hasn't changed it for a while, by the clock of whoever looks, isn't there any more.
 */
final class TimedTurns implements Turns {

    static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    static final Duration GONE_AFTER = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Task.class);

    private final Task task;
    private final Due.At times;
    private final Memory memory;
    private final String node;
    private final InstantSource wall;
    private final InstantSource steady;
    private volatile boolean atWork;
    private boolean readable = true;
    private String seen = "";
    private Instant seenSince;
    private boolean beginning = true;

    TimedTurns(Task task, Due.At times, Memory memory, String node, InstantSource wall, InstantSource steady) {
        this.task = task;
        this.times = times;
        this.memory = memory;
        this.node = node;
        this.wall = wall;
        this.steady = steady;
        this.seenSince = steady.instant();
    }

    @Override
    public Instant next() {
        return steady.instant().plus(LOOK_EVERY);
    }

    @Override
    public void take() {
        try {
            Note note = note();
            readable = true;
            if (isFree(note) && times.next(note.tried()).compareTo(wall.instant()) <= 0) {
                turn(note);
            }
        } catch (RuntimeException e) {
            if (readable) {
                LOG.warn("What is remembered of {} can't be read: {}", task.name(), Turns.line(e));
            }
            readable = false;
        }
    }

    /** The note as it is to be believed now. */
    private Note note() {
        while (true) {
            Optional<String> text = memory.find(task.name());
            Note note = text.map(Note::read).orElseGet(() -> Note.first(wall.instant()));
            Note believed = leftBehind(note.believed(wall.instant()));
            if (text.isPresent() && text.get().equals(believed.written())
                    || memory.replace(task.name(), text.orElse(null), believed.written())) {
                beginning = false;
                return believed;
            }
        }
    }

    /** What nobody else does was begun by a process that has ended in the middle. */
    private Note leftBehind(Note note) {
        return beginning && task.shared() == null && note.holder() != null
                ? note.failed(wall.instant(), "the process ended in the middle of it")
                : note;
    }

    private boolean isFree(Note note) {
        if (note.holder() == null) {
            return true;
        }
        String now = note.written();
        if (!now.equals(seen)) {
            seen = now;
            seenSince = steady.instant();
        }
        return seenSince.plus(GONE_AFTER).isBefore(steady.instant());
    }

    @SuppressWarnings("CatchThrowable") // whatever goes wrong, the next turn comes
    private void turn(Note before) {
        if (!memory.replace(
                task.name(),
                before.written(),
                before.begun(wall.instant(), node).written())) {
            return;
        }
        atWork = true;
        try {
            task.work().run();
            note(null);
        } catch (Throwable e) {
            LOG.error("{} has failed: {}", task.name(), Turns.line(e), e instanceof Error ? e : null);
            note(Turns.line(e));
        } finally {
            atWork = false;
        }
    }

    private void note(@Nullable String wrong) {
        change(mine -> wrong == null ? mine.succeeded(wall.instant()) : mine.failed(wall.instant(), wrong));
    }

    @Override
    public void beat() {
        if (atWork && task.shared() != null) {
            change(Note::beaten);
        }
    }

    /** Somebody else's note is left alone: whoever took over ends it. */
    private void change(UnaryOperator<Note> change) {
        while (true) {
            Optional<String> text = memory.find(task.name());
            Note note = text.map(Note::read).orElseGet(() -> Note.first(wall.instant()));
            if (text.isPresent() && !node.equals(note.holder())
                    || memory.replace(
                            task.name(), text.orElse(null), change.apply(note).written())) {
                return;
            }
        }
    }

    @Override
    public TaskState state() {
        try {
            return state(wall.instant());
        } catch (RuntimeException e) {
            String why = "what is remembered of it can't be read: " + Turns.line(e);
            return new TaskState(task.name(), times.text(), task.shared() != null, null, null, null, why, why);
        }
    }

    private TaskState state(Instant now) {
        Note note = memory.find(task.name())
                .map(Note::read)
                .orElseGet(() -> Note.first(now))
                .believed(now);
        return new TaskState(
                task.name(),
                times.text(),
                task.shared() != null,
                note.succeeded(),
                note.holder() == null ? times.next(note.tried()) : null,
                note.failing(),
                note.error(),
                complaint(note, now));
    }

    private @Nullable String complaint(Note note, Instant now) {
        if (note.failing() != null) {
            return "fails since " + note.failing() + ": " + note.error();
        }
        return note.isSilent(times, now)
                ? "no success since " + (note.succeeded() == null ? "ever" : note.succeeded())
                : null;
    }
}
