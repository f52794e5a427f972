package io.jiayou.periodic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task that has its turns until it is ended. It never overlaps itself. */
public final class Running implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration INTERRUPTED = Duration.ofSeconds(10);

    private final String name;
    private final Turns turns;
    private final Consumer<Running> left;
    private final Consumer<String> over;
    private @Nullable Thread working;
    private boolean ended;

    Running(String name, Turns turns, Consumer<Running> left, Consumer<String> over) {
        this.name = name;
        this.turns = turns;
        this.left = left;
        this.over = over;
    }

    /** Its turns, one after the other, until it is ended: on a thread of its own, which nothing wakes but the next of them. */
    void follow(InstantSource steady) {
        while (awaits(turns.next(), steady)) {
            turn();
        }
    }

    /** Whether the time comes before the end. */
    private synchronized boolean awaits(Instant next, InstantSource steady) {
        while (!ended) {
            long rest = Duration.between(steady.instant(), next).toNanos();
            if (rest <= 0) {
                return true;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, rest);
            } catch (InterruptedException e) {
                // It was meant for the turn before, which was over already. Whoever ends the task says so.
            }
        }
        return false;
    }

    @SuppressWarnings("CatchThrowable") // whatever goes wrong, the next turn comes
    private void turn() {
        if (!enter()) {
            return;
        }
        try {
            turns.take();
        } catch (Throwable e) {
            LOG.error("Something periodic is broken: {}", name, e);
        } finally {
            leave();
        }
    }

    private synchronized boolean enter() {
        if (ended) {
            return false;
        }
        working = Thread.currentThread();
        return true;
    }

    private synchronized void leave() {
        working = null;
        notifyAll();
    }

    String name() {
        return name;
    }

    Turns turns() {
        return turns;
    }

    /** Ends it because there is nothing left to do, so that its silence is no alarm. */
    public void finish() {
        close();
        over.accept(name);
    }

    /** Ends it; a turn under way has a few seconds, then it is interrupted. */
    @Override
    public void close() {
        end(PATIENCE);
    }

    /**
     * Ends it. No turn is under way afterwards, unless one doesn't end when it is interrupted.
     *
     * @param patience how long a turn under way may go on before it is interrupted
     */
    public void end(Duration patience) {
        end(patience, INTERRUPTED);
    }

    /** @param unwinding how long a turn that was interrupted may take to end */
    public void end(Duration patience, Duration unwinding) {
        try {
            stop();
            if (!isOver(patience)) {
                interrupt();
                if (!isOver(unwinding)) {
                    LOG.warn("{} doesn't end", name);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            left.accept(this);
        }
    }

    /**
     * Ends several at once: whatever is under way is interrupted.
     *
     * @param unwinding how long all of them together may take to end
     */
    public static void endAll(Collection<Running> all, Duration unwinding) {
        all.forEach(Running::stop);
        all.forEach(Running::interrupt);
        long deadline = System.nanoTime() + unwinding.toNanos();
        for (Running each : all) {
            each.end(Duration.ZERO, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
    }

    private synchronized void stop() {
        ended = true;
        notifyAll();
    }

    private synchronized void interrupt() {
        if (working != null) {
            working.interrupt();
        }
    }

    private synchronized boolean isOver(Duration within) throws InterruptedException {
        long until = System.nanoTime() + within.toNanos();
        while (working != null && working != Thread.currentThread()) {
            long rest = (until - System.nanoTime()) / 1_000_000;
            if (rest <= 0) {
                return false;
            }
            wait(rest);
        }
        return true;
    }
}
