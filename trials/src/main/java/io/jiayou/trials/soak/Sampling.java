package io.jiayou.trials.soak;

import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.memory.Resident;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks every second at how much memory a process has, in MB, for so long. */
final class Sampling implements Runnable {

    private static final int TWELFTHS = 12;

    private final long pid;
    private final long nanos;
    private final Steps steps;
    private final double[] most = new double[TWELFTHS];
    private final double[] last = new double[TWELFTHS];

    Sampling(long pid, long nanos, Steps steps) {
        this.pid = pid;
        this.nanos = nanos;
        this.steps = steps;
    }

    @Override
    public void run() {
        long begun = System.nanoTime();
        try {
            for (long past = 0; past < nanos; past = System.nanoTime() - begun) {
                double now = Resident.of(pid).now();
                int twelfth = (int) (past * TWELFTHS / nanos);
                most[twelfth] = Math.max(most[twelfth], now);
                last[twelfth] = now;
                steps.at(past / 1_000_000_000, nanos / 1_000_000_000);
                Thread.sleep(1_000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The most of all. */
    double most() {
        return IntStream.range(0, TWELFTHS / 2).mapToDouble(this::most).max().orElseThrow();
    }

    /** @param sixth from 0 */
    double most(int sixth) {
        return Math.max(most[2 * sixth], most[2 * sixth + 1]);
    }

    String course() {
        return IntStream.range(0, TWELFTHS)
                .mapToObj(twelfth -> String.format(Locale.ROOT, "%.0f", last[twelfth]))
                .collect(Collectors.joining(", "));
    }
}
