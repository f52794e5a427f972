package io.jiayou.archive.write;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several archivers of one source, each on a thread of its own: one that fails or hangs holds up no other. */
public final class Archivers implements AutoCloseable {

    private final List<Archiver> archivers;
    private final List<Thread> threads;
    private final long pause;

    private Archivers(List<Archiver> archivers, Duration pause) {
        this.archivers = List.copyOf(archivers);
        this.pause = pause.toMillis();
        this.threads = this.archivers.stream().map(this::thread).toList();
    }

    /** @param pause how long each waits between two looks */
    public static Archivers start(List<Archiver> archivers, Duration pause) {
        Archivers started = new Archivers(archivers, pause);
        started.threads.forEach(Thread::start);
        return started;
    }

    private Thread thread(Archiver archiver) {
        Thread thread =
                new Thread(() -> run(archiver), "archive-" + archiver.progress().target());
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    private void run(Archiver archiver) {
        while (!Thread.currentThread().isInterrupted()) {
            advance(archiver);
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Whatever goes wrong is in the archiver's progress, and is for whoever watches it. */
    private static @Nullable Exception advance(Archiver archiver) {
        try {
            archiver.advance();
            return null;
        } catch (IOException | RuntimeException e) {
            return e;
        }
    }

    /** How each stands. */
    public List<Progress> progress() {
        return archivers.stream().map(Archiver::progress).toList();
    }

    public List<Archiver> archivers() {
        return archivers;
    }

    /** Ends the threads, and waits until what they are writing is written, at most a minute. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofMinutes(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
