package io.jiayou.trials.soak;

import io.jiayou.trials.bench.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** So many requests a second, and how long each took, part by part of the whole time. For many threads. */
final class Paced {

    /** As {@link java.util.concurrent.Callable}, for a request that is answered with a status. */
    interface Request {
        int send() throws Exception;
    }

    private static final int PARTS = 12;

    private final int aSecond;
    private final long begun;
    private final long nanos;
    private final Semaphore due = new Semaphore(0);
    private final List<Latencies> parts = new ArrayList<>();
    private final AtomicLong others = new AtomicLong();
    private volatile String lastOther = "";

    /** @param nanos how long, from now on */
    Paced(int aSecond, long nanos) {
        this.aSecond = aSecond;
        this.begun = System.nanoTime();
        this.nanos = nanos;
        for (int part = 0; part < PARTS; part++) {
            parts.add(new Latencies());
        }
    }

    boolean goesOn() {
        return System.nanoTime() - begun < nanos;
    }

    /** Lets requests through at their times until all is over. */
    void pace() throws InterruptedException {
        long released = 0;
        while (goesOn()) {
            long wanted = (System.nanoTime() - begun) * aSecond / TimeUnit.SECONDS.toNanos(1);
            due.release((int) (wanted - released));
            released = wanted;
            Thread.sleep(5);
        }
    }

    /** Sends when it's time; does nothing when all is over. */
    void send(String what, Request request) throws Exception {
        if (!due.tryAcquire(Math.max(0, nanos - (System.nanoTime() - begun)), TimeUnit.NANOSECONDS)) {
            return;
        }
        long sent = System.nanoTime();
        int status = request.send();
        long answered = System.nanoTime();
        if (status / 100 != 2) {
            others.incrementAndGet();
            lastOther = what + " " + status;
        }
        int part = (int) Math.min(PARTS - 1, (answered - begun) * PARTS / nanos);
        Latencies latencies = parts.get(part);
        synchronized (latencies) {
            latencies.add(answered - sent);
        }
    }

    /** p99 in milliseconds of the second and third twelfth: warm, and early. */
    double early() {
        return Latencies.merge(parts.subList(1, 3)).percentileMillis(0.99);
    }

    /** p99 in milliseconds of the last two twelfths. */
    double late() {
        return Latencies.merge(parts.subList(PARTS - 2, PARTS)).percentileMillis(0.99);
    }

    long answered() {
        return Latencies.merge(parts).size();
    }

    /** How many answers weren't of success. */
    long others() {
        return others.get();
    }

    String lastOther() {
        return lastOther;
    }
}
