package io.jiayou.embedded.events;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Appends on their way to the one thread that writes them. Whoever submits one before the queue is closed gets an answer. */
final class AppendQueue implements AutoCloseable {

    private final Queue<Append> waiting = new ConcurrentLinkedQueue<>();
    private final Consumer<Append> write;
    private final Thread writer =
            Thread.ofPlatform().name("event-writer").daemon().unstarted(this::run);
    private volatile boolean idle;
    private volatile boolean closing;

    /**
     * @param write answers an append, and may {@link #poll} others to answer with it; called by one thread, must not
     *     throw
     */
    AppendQueue(Consumer<Append> write) {
        this.write = write;
    }

    void start() {
        writer.start();
    }

    void submit(Append append) {
        waiting.add(append);
        if (closing && waiting.remove(append)) {
            throw DatabaseGuard.closedException();
        }
        if (idle) {
            LockSupport.unpark(writer);
        }
    }

    /** The append that has waited longest; null if there is none. */
    @Nullable
    Append poll() {
        return waiting.poll();
    }

    int size() {
        return waiting.size();
    }

    private void run() {
        while (true) {
            // Read before polling: what is added behind an empty poll was then refused by its own thread.
            boolean last = closing;
            Append first = waiting.poll();
            if (first != null) {
                write.accept(first);
            } else if (last) {
                return;
            } else {
                awaitWork();
            }
        }
    }

    private void awaitWork() {
        idle = true;
        if (waiting.isEmpty() && !closing) {
            LockSupport.park(this);
        }
        idle = false;
    }

    /** Lets what is waiting be written, then ends the thread; later appends are refused. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(writer);
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
