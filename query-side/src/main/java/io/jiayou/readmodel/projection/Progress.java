package io.jiayou.readmodel.projection;

import io.jiayou.readmodel.projection.Failure.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** How far one generation of a read model has come, as this node knows, and who waits for it. */
public final class Progress {

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile long position = -1;
    private volatile @Nullable Failure failure;

    Progress(Clock clock) {
        this.clock = clock;
    }

    /** The position up to which all events are in the documents, at least; -1 for none. */
    public long position() {
        return position;
    }

    /** Set while this node tries in vain to go on. */
    public @Nullable Failure failure() {
        return failure;
    }

    /**
     * Documents are written up to there, whichever node wrote them. Going back is ignored. Beyond where this node failed,
     * somebody has done what it couldn't.
     */
    void advanceTo(long seen) {
        lock.lock();
        try {
            if (seen > position) {
                position = seen;
                advanced.signalAll();
            }
            Failure before = failure;
            if (before != null && seen > before.after()) {
                failure = null;
            }
        } finally {
            lock.unlock();
        }
    }

    void failed(Step step, Throwable error) {
        lock.lock();
        try {
            Failure before = failure;
            Instant since = before != null && before.step() == step ? before.since() : clock.instant();
            failure = new Failure(step, error.toString(), since, position);
        } finally {
            lock.unlock();
        }
    }

    /** The step succeeded again; the failure of another one stays. */
    void recovered(Step step) {
        lock.lock();
        try {
            Failure before = failure;
            if (before != null && before.step() == step) {
                failure = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits to be told of the position; false if it took longer than the timeout. */
    boolean await(long target, Duration timeout) throws InterruptedException {
        if (position >= target) {
            return true;
        }
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (position < target && left > 0) {
                left = advanced.awaitNanos(left);
            }
            return position >= target;
        } finally {
            lock.unlock();
        }
    }
}
