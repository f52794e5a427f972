package io.jiayou.trials.bench;

import java.util.Arrays;

/** How long many things took, each in nanoseconds. For one thread; {@link #merge} brings those of several together. */
public final class Latencies {

    private static final int FIRST_CAPACITY = 1024;

    private long[] nanos = new long[FIRST_CAPACITY];
    private int size;

    public void add(long tookNanos) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = tookNanos;
    }

    public static Latencies merge(Iterable<Latencies> parts) {
        Latencies all = new Latencies();
        for (Latencies part : parts) {
            for (int i = 0; i < part.size; i++) {
                all.add(part.nanos[i]);
            }
        }
        return all;
    }

    public int size() {
        return size;
    }

    /**
     * What this share of all took at most, in milliseconds.
     *
     * @param share 0.5 for the median, 0.99 for p99
     * @throws IllegalStateException if nothing was measured
     */
    public double percentileMillis(double share) {
        if (size == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * size);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
