package io.jiayou.trials.siege;

import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Machine;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where a siege takes place.
 *
 * @param port where everybody connects: the system's own, or that of a gateway before it
 * @param own the system's own port, where a proxy of ours would connect
 * @param gateway whether there is a gateway, which has bounds of its own
 * @param begun when it began, in nanoseconds of this process
 * @param machine what the system has
 */
record Field(int port, int own, boolean gateway, long begun, Machine machine, Scene scene, AtomicBoolean over) {

    boolean goesOn() {
        return !over.get();
    }

    void pause(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (goesOn() && System.nanoTime() < end) {
            Thread.sleep(Math.clamp(TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()), 1, 100));
        }
    }

    /** What the system allows as it is shipped, whatever it was started with. */
    long usual(Bound bound) {
        return bound.usual(machine);
    }

    /** How many requests a rate lets through until now: a minute's worth at once, and then evenly. */
    long allowed(Bound rate) {
        return Math.round(usual(rate) * (1 + (System.nanoTime() - begun) / 60e9));
    }
}
