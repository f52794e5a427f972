package io.jiayou.cli;

import java.time.Duration;

/** A progress bar on standard error; only where a person looks. */
public final class Progress implements AutoCloseable {

    private static final int WIDTH = 30;

    private final String what;
    private final boolean visible;
    private final long startedNanos = System.nanoTime();

    public Progress(String what, boolean wanted) {
        this.what = what;
        this.visible = wanted && Terminal.isThere();
    }

    /** @param total 0 where it isn't known */
    public void at(long done, long total) {
        if (!visible) {
            return;
        }
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        String rate = "%,.0f/s".formatted(done / Math.max(seconds, 0.001));
        if (total <= 0) {
            System.err.printf("\r%s  %,d  %s\033[K", what, done, rate);
            return;
        }
        int filled = (int) Math.min(WIDTH, WIDTH * done / total);
        Duration left = Duration.ofSeconds(done == 0 ? 0 : Math.round(seconds / done * (total - done)));
        System.err.printf(
                "\r%s [%s%s] %,d / %,d  %s  -%d:%02d\033[K",
                what,
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                done,
                total,
                rate,
                left.toMinutes(),
                left.toSecondsPart());
    }

    @Override
    public void close() {
        if (visible) {
            System.err.print("\r\033[K");
        }
    }
}
