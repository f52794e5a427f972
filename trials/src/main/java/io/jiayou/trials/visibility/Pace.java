package io.jiayou.trials.visibility;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A light load: something is begun every 20 milliseconds, however long the one before takes. */
public final class Pace {

    private static final Duration EVERY = Duration.ofMillis(20);

    private Pace() {}

    /** Does it so many times, each on a virtual thread of its own, and collects what came of each. */
    public static <T> List<T> keep(int times, Callable<T> what) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> begun = new ArrayList<>();
            long next = System.nanoTime();
            for (int n = 0; n < times; n++) {
                Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
                next += EVERY.toNanos();
                begun.add(threads.submit(what));
            }
            List<T> ended = new ArrayList<>();
            for (Future<T> each : begun) {
                ended.add(each.get());
            }
            return ended;
        }
    }
}
